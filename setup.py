"""What pyproject.toml cannot say: wheels carry compiled modules, so they have a platform."""

from setuptools import Distribution, setup


class CompiledDistribution(Distribution):
    """The core is compiled beside its sources by `build_backend` before setuptools packs it."""

    def has_ext_modules(self) -> bool:
        """Wheels are tagged with the Python and the platform that the binaries are for."""
        return True


setup(distclass=CompiledDistribution)
