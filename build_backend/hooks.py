"""PEP 517 backend: setuptools, after the core was compiled in place.

The core is compiled by `build_backend.core` and by nothing else: here for wheels and editable
installs, by `bootstrap.py` and by hand with `python -m build_backend.core`.
"""

from collections.abc import Mapping

from setuptools import build_meta

from build_backend import compiler, core

Settings = Mapping[str, object] | None


def get_requires_for_build_wheel(config_settings: Settings = None) -> list[str]:
    """What the isolated environment of `build_wheel` needs beside `build-system.requires`."""
    return build_meta.get_requires_for_build_wheel(config_settings) + compiler.requirements()


def get_requires_for_build_editable(config_settings: Settings = None) -> list[str]:
    """What the isolated environment of `build_editable` needs."""
    return build_meta.get_requires_for_build_editable(config_settings) + compiler.requirements()


def get_requires_for_build_sdist(config_settings: Settings = None) -> list[str]:
    """What the isolated environment of `build_sdist` needs: nothing is compiled for it."""
    return build_meta.get_requires_for_build_sdist(config_settings)


def prepare_metadata_for_build_wheel(directory: str, config_settings: Settings = None) -> str:
    """Writes the metadata without building; returns the name of the `.dist-info` folder."""
    return build_meta.prepare_metadata_for_build_wheel(directory, config_settings)


def prepare_metadata_for_build_editable(directory: str, config_settings: Settings = None) -> str:
    """Writes the metadata without building; returns the name of the `.dist-info` folder."""
    return build_meta.prepare_metadata_for_build_editable(directory, config_settings)


def build_wheel(
    directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """Compiles the core and packs it; returns the name of the wheel."""
    _compile()
    return build_meta.build_wheel(directory, config_settings, metadata_directory)


def build_editable(
    directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """Compiles the core in place; returns the name of the wheel that points here."""
    _compile()
    return build_meta.build_editable(directory, config_settings, metadata_directory)


def build_sdist(directory: str, config_settings: Settings = None) -> str:
    """Packs the sources; returns the name of the archive."""
    return build_meta.build_sdist(directory, config_settings)


def _compile() -> None:
    if failed := core.main():
        raise SystemExit(f"{failed} module(s) of the core did not compile")
