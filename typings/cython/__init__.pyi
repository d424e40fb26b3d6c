"""The names of Cython's pure mode, as a type checker is to see them: C integers are int.

What these hide (widths, pointers, the GIL) is checked by Cython's own compiler.
"""

from builtins import bool as _bool
from builtins import float as _float
from builtins import int as _int
from builtins import str as _str
from collections.abc import Callable
from typing import Any, Literal, TypeAlias, TypeVar

from cython import dataclasses as dataclasses

_T = TypeVar("_T")
_Callable = TypeVar("_Callable", bound=Callable[..., Any])

compiled: Literal[True]

bint: TypeAlias = _bool
char: TypeAlias = _int
uchar: TypeAlias = _int
schar: TypeAlias = _int
short: TypeAlias = _int
ushort: TypeAlias = _int
int: TypeAlias = _int
uint: TypeAlias = _int
long: TypeAlias = _int
ulong: TypeAlias = _int
longlong: TypeAlias = _int
ulonglong: TypeAlias = _int
size_t: TypeAlias = _int
Py_ssize_t: TypeAlias = _int
float: TypeAlias = _float
double: TypeAlias = _float
void: TypeAlias = None
basestring: TypeAlias = _str

p_void: TypeAlias = Any
p_char: TypeAlias = Any
p_uchar: TypeAlias = Any
p_short: TypeAlias = Any
p_ushort: TypeAlias = Any
p_int: TypeAlias = Any
p_uint: TypeAlias = Any
p_longlong: TypeAlias = Any
p_ulonglong: TypeAlias = Any
p_double: TypeAlias = Any
NULL: Any

def cclass(cls: type[_T]) -> type[_T]: ...
def final(cls: type[_T]) -> type[_T]: ...
def internal(cls: type[_T]) -> type[_T]: ...
def cfunc(function: _Callable) -> _Callable: ...
def ccall(function: _Callable) -> _Callable: ...
def inline(function: _Callable) -> _Callable: ...
def nogil(function: _Callable) -> _Callable: ...
def exceptval(value: Any = ..., *, check: _bool = ...) -> Callable[[_Callable], _Callable]: ...
def returns(kind: Any) -> Callable[[_Callable], _Callable]: ...
def locals(**kinds: Any) -> Callable[[_Callable], _Callable]: ...
def boundscheck(on: _bool) -> Callable[[_Callable], _Callable]: ...
def wraparound(on: _bool) -> Callable[[_Callable], _Callable]: ...
def cdivision(on: _bool) -> Callable[[_Callable], _Callable]: ...
def freelist(size: _int) -> Callable[[type[_T]], type[_T]]: ...
def declare(kind: Any = ..., value: Any = ..., *, visibility: _str = ...) -> Any: ...
def cast(kind: Any, value: Any, *, typecheck: _bool = ...) -> Any: ...
def address(value: Any) -> Any: ...
def sizeof(value: Any) -> _int: ...
def pointer(kind: Any) -> Any: ...
def typedef(kind: Any) -> Any: ...
def struct(**fields: Any) -> Any: ...
