"""Variables: names, types, arrays, LET, DIM, ERASE, SWAP, DEFINT, DEF FN, DEF USR, VARPTR."""

import pytest

from tests.support.basic import started

PROGRAMS = {
    "two_characters_count": ("10 ABC=1:ABD=2:PRINT AB;ABC;A", ["2  2  0"]),
    "types_are_different_variables": (
        '10 A=1:A%=2:A!=3:A$="4":PRINT A;A%;A!;A$;A#',
        ["1  2  3 4 1"],
    ),
    "digits_in_names": ("10 A1=5:A2=6:PRINT A1;A2", ["5  6"]),
    "blanks_in_names_do_not_count": (
        "10 A1=5:AB=6:P I=3:PRINT A 1;A  B;PI:IF A B=6 THEN A B C=7:PRINT AB",
        ["5  6  3", "7"],
    ),
    "blanks_before_the_type_and_the_bracket": (
        '10 A $="x":B%=5:B=6:C (2)=7:PRINT A$;B %;B;C( 2)',
        ["x 5  6  7"],
    ),
    "let_may_stand": ("10 LET A=7:PRINT A", ["7"]),
    "integers_cut_off": ("10 A%=2.9:B%=-2.9:PRINT A%;B%", ["2 -2"]),
    "integers_overflow": ("10 A%=32768", ["Overflow in 10"]),
    "singles_round": ("10 A!=1.2345678:PRINT A!", ["1.23457"]),
    "doubles_keep_14_digits": ("10 A=1.2345678901234:PRINT A", ["1.2345678901234"]),
    "strings_do_not_become_numbers": ('10 A="1"', ["Type mismatch in 10"]),
    "numbers_do_not_become_strings": ("10 A$=1", ["Type mismatch in 10"]),
    "without_equals_sign": ("10 A 5", ["Syntax error in 10"]),
    "unknown_variables_are_0": ('10 PRINT A;A%;"<";A$;">"', ["0  0 <>"]),
    "reading_makes_no_variable": ("10 F=0:F=FRE(0):G=F-FRE(0):PRINT X;F-FRE(0)", ["0  11"]),
    "strings_are_copied": ('10 A$="A"+"B":B$=A$:A$="C":PRINT A$;B$', ["CAB"]),
    "a_string_is_its_own_source": ('10 A$="A"+"B":A$=A$:A$=A$+A$:PRINT A$', ["ABAB"]),
    "deftypes": (
        (
            '10 DEFINT I-K:DEFSTR S,T:DEFSNG X:DEFDBL Y\n20 I=1.5:K=2.5:S="s":T="t":X=1/3:Y=1/3\n'
            "30 PRINT I;K;S;T;X;Y"
        ),
        ["1  2 st .333333  .33333333333333"],
    ),
    "deftype_range_the_wrong_way": ("10 DEFINT K-I", ["Syntax error in 10"]),
    "deftype_wants_letters": ("10 DEFINT 5", ["Syntax error in 10"]),
    "arrays_have_11_elements": ("10 A(10)=5:PRINT A(10);A(0)", ["5  0"]),
    "not_12": ("10 A(11)=5", ["Subscript out of range in 10"]),
    "dim_sets_the_size": (
        "10 DIM A(20):A(20)=1:PRINT A(20):PRINT A(21)",
        ["1", "Subscript out of range in 10"],
    ),
    "dim_of_several": ('10 DIM A%(2),B$(1,1),C:B$(1,1)="x":PRINT A%(2);B$(1,1);C', ["0 x 0"]),
    "dim_again": ("10 DIM A(5):DIM A(5)", ["Redimensioned array in 10"]),
    "dim_behind_a_use": ("10 A(1)=1:DIM A(5)", ["Redimensioned array in 10"]),
    "dim_negative": ("10 DIM A(-1)", ["Illegal function call in 10"]),
    "dim_too_large": ("10 DIM A(8190)", ["Out of memory in 10"]),
    "dim_of_over_65535_bytes": ("10 DIM A(8191)", ["Subscript out of range in 10"]),
    "dim_much_too_large": ("10 DIM A(200,200,200)", ["Subscript out of range in 10"]),
    "subscript_negative": ("10 PRINT A(-1)", ["Illegal function call in 10"]),
    "subscript_too_large_for_an_integer": ("10 PRINT A(40000)", ["Overflow in 10"]),
    "subscripts_cut_off": ("10 A(2)=7:PRINT A(2.9)", ["7"]),
    "wrong_number_of_subscripts": ("10 DIM A(2,2):PRINT A(1)", ["Subscript out of range in 10"]),
    "square_brackets": ("10 A[3]=4:PRINT A(3)", ["4"]),
    "array_and_variable_of_one_name": ("10 A=1:A(1)=2:PRINT A;A(1)", ["1  2"]),
    "three_dimensions": (
        (
            "10 DIM A%(2,3,4):N%=0:FOR I=0 TO 2:FOR J=0 TO 3:FOR K=0 TO 4\n20 A%(I,J,K)=N%:N%=N%+1\n"
            "30 NEXT:NEXT:NEXT:PRINT A%(0,0,0);A%(2,3,4);A%(1,2,3);A%(2,0,0)"
        ),
        ["0  59  33  40"],
    ),
    "twenty_dimensions": (
        "10 DIM A%(" + ",".join(["0"] * 19 + ["3"]) + ")\n"
        "20 A%(" + "0," * 19 + "3)=9:PRINT A%(" + "0," * 19 + "3)",
        ["9"],
    ),
    "nested_subscripts": ("10 A(3)=5:B(5)=7:C(7)=2:PRINT C(B(A(3)))", ["2"]),
    "new_variables_move_the_arrays": (
        '10 A(1)=1:B$(2)="two":C=3:D$="four":E%=5:PRINT A(1);B$(2);C;D$;E%',
        ["1 two 3 four 5"],
    ),
    "erase_one_of_three": (
        '10 A(1)=1:B(2)=2:C$(3)="3":ERASE B:PRINT A(1);B(2);C$(3)',
        ["1  0 3"],
    ),
    "erase_two": ("10 A(1)=1:B(2)=2:F=FRE(0):ERASE A,B:PRINT FRE(0)-F", ["192"]),
    "erase_of_nothing": ("10 ERASE A", ["Illegal function call in 10"]),
    "erase_and_dim": ("10 DIM A(5):ERASE A:DIM A(20):PRINT A(20)", ["0"]),
    "swap_numbers": ("10 A=1:B=2:SWAP A,B:PRINT A;B", ["2  1"]),
    "swap_strings": ('10 A$="x":B$="yy":SWAP A$,B$:PRINT A$;B$', ["yyx"]),
    "swap_elements": ("10 A%(1)=1:A%(2)=2:SWAP A%(1),A%(2):PRINT A%(1);A%(2)", ["2  1"]),
    "swap_makes_the_first": ("10 B=2:SWAP A,B:PRINT A;B", ["2  0"]),
    "swap_of_two_types": ("10 A=1:B%=2:SWAP A,B%", ["Type mismatch in 10"]),
    "swap_looks_at_types_first": ("10 A=1:SWAP A,B$", ["Type mismatch in 10"]),
    "swap_with_a_variable_that_is_not_there": ("10 A=1:SWAP A,B", ["Illegal function call in 10"]),
    "fn_with_a_parameter": ("10 DEF FNA(X)=X*X:X=9:PRINT FNA(4);X", ["16  9"]),
    "fn_sees_variables": ("10 DEF FNA(X)=X+Y:Y=3:PRINT FNA(4)", ["7"]),
    "fn_without_parameters": ("10 DEF FNA=Y*2:Y=3:PRINT FNA", ["6"]),
    "fn_of_nine_parameters": (
        "10 DEF FNA(A,B,C,D,E,F,G,H,I)=A+B+C+D+E+F+G+H+I:PRINT FNA(1,2,3,4,5,6,7,8,9)",
        ["45"],
    ),
    "fn_of_ten_parameters": (
        "10 DEF FNA(A,B,C,D,E,F,G,H,I,J)=A:PRINT FNA(1,2,3,4,5,6,7,8,9,0)",
        ["Illegal function call in 10"],
    ),
    "fn_of_strings": ('10 DEF FNA$(A$,B$)=A$+B$+A$:PRINT FNA$("x","y")', ["xyx"]),
    "fn_that_gives_its_parameter": (
        '10 DEF FNA$(A$)=A$:B$="b"+"c":PRINT FNA$(B$);FNA$("d")',
        ["bcd"],
    ),
    "fn_converts": ("10 DEF FNA%(X%)=X%/2:PRINT FNA%(7.9)", ["3"]),
    "fn_of_the_wrong_type": ('10 DEF FNA(X)=X:PRINT FNA("x")', ["Type mismatch in 10"]),
    "fn_result_of_the_wrong_type": ('10 DEF FNA(X)="x":PRINT FNA(1)', ["Type mismatch in 10"]),
    "fn_in_fn": ("10 DEF FNA(X)=X+1:DEF FNB(X)=FNA(X*2)+X:PRINT FNB(FNA(2))", ["10"]),
    "fn_in_its_own_arguments": ("10 DEF FNA(X,Y)=X*10+Y:PRINT FNA(FNA(1,2),FNA(3,4))", ["154"]),
    "fn_again": ("10 DEF FNA(X)=1:DEF FNA(X)=2:PRINT FNA(0)", ["2"]),
    "fn_with_too_few_arguments": ("10 DEF FNA(X,Y)=X:PRINT FNA(1)", ["Syntax error in 10"]),
    "fn_with_too_many_arguments": ("10 DEF FNA(X)=X:PRINT FNA(1,2)", ["Syntax error in 10"]),
    "fn_not_defined": ("10 PRINT FNQ(1)", ["Undefined user function in 10"]),
    "fn_by_on_error_leaves_no_parameters": (
        "10 ON ERROR GOTO 100:DEF FNA(X)=1/X:X=5\n20 PRINT FNA(0)\n30 PRINT X:END\n100 RESUME 30",
        ["5"],
    ),
    "usr_of_a_ret": (
        '10 DEFUSR=&HFDA4:DEF USR3=&HFDA4:PRINT USR(5);USR3(1.5);USR3("ab")',
        ["5  1.5 ab"],
    ),
    "usr_without_definition": ("10 PRINT USR9(1)", ["Illegal function call in 10"]),
    "varptr_of_nothing": ("10 PRINT VARPTR(Q)", ["Illegal function call in 10"]),
    "varptr_shows_the_value": ("10 A%=258:P=VARPTR(A%):PRINT PEEK(P);PEEK(P+1)", ["2  1"]),
    "varptr_of_an_element": ("10 DIM A%(3):A%(1)=7:P=VARPTR(A%(0)):PRINT PEEK(P+2)", ["7"]),
    "varptr_shows_a_descriptor": (
        '10 A$="hello":P=VARPTR(A$):PRINT PEEK(P);CHR$(PEEK(PEEK(P+1)+256*PEEK(P+2)))',
        ["5 h"],
    ),
    "varptr_shows_the_type_before_the_name": (
        "10 AB!=1:P=VARPTR(AB!):PRINT PEEK(P-3);PEEK(P-2);PEEK(P-1)",
        ["4  65  66"],
    ),
    "varptr_of_a_file_shows_how_it_is_open": (
        '10 OPEN"CRT:"FOR OUTPUT AS#1:P=VARPTR(#1):PRINT PEEK(P):PRINT VARPTR(#9)',
        ["2", "Bad file number in 10"],
    ),
    "fn_of_strings_while_memory_is_short": (
        (
            '10 CLEAR 100:DEF FNA$(A$,B$)=FNB$(A$+B$)+A$:DEF FNB$(X$)=X$+"-"+X$\n'
            '20 FOR I=1 TO 150:C$=FNA$(STR$(I),"q"):D$=STR$(I)\n'
            '30 IF C$<>D$+"q-"+D$+"q"+D$ THEN PRINT"bad";I\n40 NEXT:PRINT C$'
        ),
        ["150q- 150q 150"],
    ),
    "strings_change_hands_while_memory_is_short": (
        (
            '10 CLEAR 60:DIM A$(3)\n20 FOR I=1 TO 200:A$(1)=STR$(I)+"x":A$(2)=A$(1):B$=A$(2)\n'
            '30 SWAP B$,A$(3):A$(1)="":IF A$(3)<>A$(2) THEN PRINT"bad";I\n40 NEXT:PRINT A$(3)'
        ),
        ["200x"],
    ),
    "names_within_words": ("10 FORT=1TO3:PRINTT;:NEXTT", ["1  2  3"]),
    "one_name_of_each_type_alone_and_in_arrays": (
        (
            '10 XY$="Values:":XY#=1:XY!=2:XY%=3:XY#(0)=4:XY!(0)=5:XY%(0)=6\n'
            "20 PRINT XY$;XY#;XY!;XY%;XY#(0);XY!(0);XY%(0)"
        ),
        ["Values: 1  2  3  4  5  6"],
    ),
    "many_variables": (
        (
            "10 A=1:B=2:C=3:D=4:E=5:F=6:G=7:H=8:I=9:J=10:K=11:L=12:M=13:N=14:O=15:P=16\n"
            "20 A0=17:A1=18:B0=19:B1=20:PRINT A;P;A0;A1;B0;B1;C"
        ),
        ["1  16  17  18  19  20  3"],
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_print_what_is_documented(name: str) -> None:
    program, expected = PROGRAMS[name]
    assert [row.strip() for row in started("eb2").run(program)] == expected


# MSX1 machines: github.com/andete/zerobas, docs/arrdim-vg8020-characterization.md.
@pytest.mark.parametrize(
    ("array", "error"),
    [
        ("DIM Q%(32766)", "Out of memory"),
        ("DIM Q%(32767)", "Subscript out of range"),
        ("DIM Q!(16382)", "Out of memory"),
        ("DIM Q!(16383)", "Subscript out of range"),
        ("DIM Q$(21844)", "Out of memory"),
        ("DIM Q$(21845)", "Subscript out of range"),
        ("DIM Q%(0,32767)", "Subscript out of range"),
        ("DIM Q(20000),", "Subscript out of range"),
        ("DIM Q(3):DIM Q(20000)", "Redimensioned array"),
        ("Q%(1,1,1,1)=1", "Out of memory"),
        ("Q(1,1,1,1)=1", "Subscript out of range"),
    ],
)
def test_an_array_of_more_than_65535_bytes_cannot_be(array: str, error: str) -> None:
    assert started("eb1").direct(array) == [error]


@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_variables_lie_as_documented(board: str) -> None:
    basic = started(board)
    basic.direct('A%=5:BC!=1.5:D=-2:E$="X"+"Y"')
    start, end = basic.word("VARTAB"), basic.word("ARYTAB")
    record = basic.vm.read(start, end - start)
    assert record[:-2] == (
        b"\x02A\0\x05\0"
        + b"\x04BC"
        + bytes.fromhex("41150000")
        + b"\x08D\0"
        + bytes.fromhex("c120000000000000")
        + b"\x03E\0\x02"
    )


def test_arrays_lie_as_documented() -> None:
    basic = started("eb2")
    basic.direct("DIM XY%(1,2):XY%(1,0)=2:XY%(0,1)=3")
    start, end = basic.word("ARYTAB"), basic.word("STREND")
    values = bytes([0, 0, 2, 0, 3, 0, 0, 0, 0, 0, 0, 0])
    expected = b"\x02XY" + b"\x11\0" + b"\x02" + b"\x03\0\x02\0" + values
    assert basic.vm.read(start, end - start) == expected


def test_usr_gets_the_documented_registers() -> None:
    basic = started("eb2")
    code = bytes.fromhex("3200d02201d0ed5303d0c9")  # A to D000h, HL to D001h, DE to D003h
    basic.vm.write(0xD100, code)
    basic.direct("CLEAR 200,&HCFFF:DEFUSR=&HD100")
    assert basic.direct("PRINT USR(3)") == [" 3"]
    assert basic.vm.read(0xD000, 3) == b"\x02\xf6\xf7"
    assert basic.direct('PRINT USR("abc")') == ["abc"]
    kind, _, _, low, high = basic.vm.read(0xD000, 5)
    assert kind == 3
    assert basic.vm.peek(low | high << 8) == 3


def test_def_fn_in_direct_mode_is_refused() -> None:
    assert started("eb2").direct("DEF FNA(X)=X") == ["Illegal direct"]
