"""What programs print that follow the worked examples of two public documents.

They are "MSX-BASIC Programming Guide" in Russian (github.com/mr-GreyWolf/MSX-BASIC-Programming-Guide-Russian, the
section's number behind each table) and the MSX2 Technical Handbook, chapter 2. The programs are ours; what each
must print is worked out from there.
"""

import pytest

from tests.support.basic import started

USING = {  # 2.4.6
    "one_letter_of_each_word": (
        '10 X$="cat":Y$="dog"\n20 PRINTUSING"!!-!!.";X$,Y$;Y$;X$',
        ["cd-dc."],
    ),
    "fields_side_by_side": (
        '10 X$="Roker":Y$="kokon"\n20 ?USING"\\\\\\  \\";X$;Y$',
        ["Rokoko"],
    ),
    "a_field_wider_than_the_text": ('10 PRINT USING"\\   \\|";"ab"', ["ab   |"]),
    "format_again_for_more_values": ('10 PRINT USING"<&> ";"a","bb","c"', ["<a> <bb> <c>"]),
    "format_ends_before_a_field_without_a_value": (
        '10 PRINT USING"\\\\X-& end";"MSU"',
        ["MSX-"],
    ),
    "fixed_point": (
        '10 PRINT USING"##.#  ";25.1,7,69.88,-34.7;456.89,4.5E-12',
        ["25.1   7.0  69.9  %-34.7  %456.9   0.0"],
    ),
    "exponent_where_no_field_is_wide_enough": (
        '10 PRINT USING"##.#";5E26;-5E26\n20 PRINT USING"#.####";12345678910111213',
        ["% 5E+26%-5E+26", "% 1.2345678910111E+16"],
    ),
    "more_places_than_digits": (
        '10 PRINT USING"#.################";123.4',
        ["%123.4000000000000000"],
    ),
    "sign_in_front_and_behind": (
        '10 PRINT USING"+##.# ";12.6,1.26,-35.7,-.678\n20 PRINT USING"#.##+ ";1.26;-.678',
        ["+12.6  +1.3 -35.7  -0.7", "1.26+ 0.68-"],
    ),
    "minus_behind": ('10 PRINT USING"##.##- ";-11.78,11.78;-3.6', ["11.78- 11.78   3.60-"]),
    "minus_in_front_is_text": ('10 PRINT USING"-##.# ";-3.1,-33.1;3.1', ["--3.1 -%-33.1 - 3.1"]),
    "stars": (
        '10 PRINT USING"**###.# ";125.3,-125.3;5;-34.67E3',
        ["**125.3 *-125.3 ****5.0 %-34670.0"],
    ),
    "exponents": (
        '10 PRINT USING"+##.#^^^^ ";22.5,-234567;2.2E-62',
        ["+22.5E+00 -23.5E+04 +22.0E-63"],
    ),
    "commas": (
        '10 PRINT USING"#,#######.##";5554322.43\n20 PRINT USING"#,,#,#,#,#######.#";12345678910.89',
        ["5,554,322.43", "  12,345,678,910.9"],
    ),
    "money": (
        '10 PRINT USING"$$##.# ";15.3,-15.3;15390\n20 PRINT USING"**$##.# ";15.3;-15.3',
        ["$15.3 -$15.3 %$15390.0", "**$15.3 *-$15.3"],
    ),
    "texts_and_numbers_in_one_format": (
        '10 PRINT USING"\\ \\-\\ \\:!#!";"abcd","efg","M",5,"A"',
        ["abc-efg:M5A"],
    ),
    "a_text_for_a_number": ('10 PRINT USING"##";"a"', ["Type mismatch in 10"]),
    "a_number_for_a_text": ('10 PRINT USING"&";1', ["Type mismatch in 10"]),
}
NUMBERS = {  # 1.7, 2.1, 2.4.1, 3.2, 4.1
    "types_of_a_quotient": (
        "10 D=6/7!:PRINT D:D!=6/7:PRINT D!\n20 READ A,A!:PRINT (A/3)^2*9:PRINT A!/3*3\n30 DATA 4,1",
        [".85714285714286", ".857143", "15.999999999999", ".99999999999999"],
    ),
    "texts_to_numbers": (
        (
            '10 PRINT VAL("12.5E-3");VAL("&b1");VAL("&o76");VAL("&hF")\n'
            '20 PRINT VAL("a1");VAL("23A12:");VAL("");VAL("-1.24")'
        ),
        [".0125  1  62  15", "0  23  0 -1.24"],
    ),
    "a_suffix_ends_a_number": (
        '10 PRINT VAL("1234.56789!");VAL("34!5.1");VAL("3456789!.7");VAL("!1")',
        ["1234.57  34  3456790  0"],
    ),
    "a_base_without_digits": ('10 PRINT VAL("&H");VAL("&B");VAL("&O")', ["0  0  0"]),
    "an_ampersand_alone": ('10 PRINT VAL("&")', ["Syntax error in 10"]),
    "an_ampersand_and_another_letter": ('10 PRINT VAL("&X1")', ["Syntax error in 10"]),
    "hexadecimal_beyond_four_digits": ('10 PRINT VAL("&HFFFFF")', ["Overflow in 10"]),
    "lengths_of_numbers": (
        "10 PRINT LEN(STR$(20));LEN(STR$(-56.20));LEN(STR$(1.2E-27));STR$(1/3);STR$(1.E-3)",
        ["3  5  8  .33333333333333 1E-03"],
    ),
    "cubes_of_the_digits": (
        (
            "10 FOR I=1 TO 400:A$=STR$(I):S=0\n20 FOR J=2 TO LEN(A$):S=S+VAL(MID$(A$,J,1))^3:NEXT\n"
            "30 IF S=I THEN PRINT I;:NEXT ELSE NEXT"
        ),
        ["1  153  370  371"],
    ),
    "bases": (
        (
            '10 PRINT BIN$(3);" ";BIN$(0);" ";BIN$(-32768);" ";OCT$(-1);" ";OCT$(32768)\n'
            '20 PRINT HEX$(65535);" ";HEX$(-32768);VAL("&H"+HEX$(-10));VAL("&B"+BIN$(15))'
        ),
        ["11 0 1000000000000000 177777 100000", "FFFF 8000-10  15"],
    ),
    "too_large_for_a_base": ("10 PRINT BIN$(65536)", ["Overflow in 10"]),
    "whole_division_and_rest": (
        "10 PRINT 10\\4;25.68\\6.99;10.4 MOD 4;25.68 MOD 6.99;-7 MOD 8",
        ["2  4  2  1 -7"],
    ),
    "rest_of_more_than_an_integer": ("10 PRINT 33567 MOD 2", ["Overflow in 10"]),
    "sums_of_bases": ("10 PRINT &hff-&o7+&b11;&hffMOD&b10;&O3456/&HF2", ["251  1  7.595041322314"]),
    "doubles": (
        "10 A#=-1/3:PRINT ABS(A#*2)+2;ATN(1)*4;12345678*987654321\n20 PRINT 1.67E-27*1.99E+30",
        ["2.6666666666667  3.1415926535898", "1.2193262222375E+16", "3323.3"],
    ),
    "printing_of_long_numbers": (
        "10 PRINT 12345678910112.1434;123456789101121.434",
        ["12345678910112  1.2345678910112E+14"],
    ),
    "conversions": (
        "10 PRINT CSNG(5.1234567890);CINT(5.9);CINT(-4.56);CDBL(5.456456456456456456)",
        ["5.12346  5 -4  5.4564564564565"],
    ),
    "comparisons_give_numbers": (
        '10 PRINT "1AAA"<"2aaa";(4<>4)AND(9<1);(-1)OR(-2);"SM">"S";" "<"1"',
        ["-1  0 -1 -1 -1"],
    ),
    "logic_of_truth_values": (
        "10 FOR I=-1 TO 0:FOR J=-1 TO 0\n20 PRINT NOT I;IANDJ;IORJ;IXORJ;IEQVJ;IIMPJ\n30 NEXT:NEXT",
        ["0 -1 -1  0 -1 -1", "0  0 -1 -1  0  0", "-1  0 -1 -1  0 -1", "-1  0  0  0 -1 -1"],
    ),
    "fibonacci_100": (
        "10 DEFINT N,I:A=1:B=1\n20 FOR I=1 TO 98:C=A+B:A=B:B=C:NEXT\n30 PRINT C",
        ["3.5422484817927E+20"],
    ),
    "a_series": (
        "10 E=.001:N=1:A=-1\n20 IF ABS(A)>=E THEN S=S+A:N=N+1:A=(-1)^N/N^2:GOTO 20 ELSE PRINT S;N-1",
        ["-.82297055860543  31"],
    ),
}
STRINGS = {  # 4.1, 4.2
    "instr": (
        (
            '10 A$="XAFANANA":PRINT INSTR(3,A$,"NA");INSTR(100,A$,"NA");INSTR(5,"","");INSTR(2,"KEN","")'
            ';INSTR(1.5,A$,"XA")'
        ),
        ["5  0  0  2  1"],
    ),
    "mid_statement": (
        (
            '10 FOR I=1 TO 4:READ Y$,M,N:X$="12345678910":MID$(X$,M,N)=Y$:PRINT X$;" ";:NEXT\n'
            "20 DATA four,8,4,two,1,4,six,8,3,eight,8,5"
        ),
        ["1234567four two45678910 1234567six0", "1234567eigh"],
    ),
    "mid": (
        '10 A$="234":PRINT MID$(A$,1,1);"|";MID$(A$,2,90);"|";MID$(A$,10,1);"|";MID$(A$,1,0);"|"',
        ["2|34|||"],
    ),
    "mid_from_0": ('10 PRINT MID$("234",0,0)', ["Illegal function call in 10"]),
    "mid_of_less_than_0": ('10 PRINT MID$("234",2,-1)', ["Illegal function call in 10"]),
    "how_often_a_word_is_in_a_text": (
        (
            '10 X$="BAOBAB":Z$="BA"\n20 FOR I=1 TO LEN(X$)-LEN(Z$)+1\n'
            "30 IF Z$<>MID$(X$,I,LEN(Z$)) THEN NEXT I ELSE J=J+1:NEXT I\n40 PRINT J"
        ),
        ["2"],
    ),
    "right_edge": (
        '10 FOR I=1 TO 3:READ A$:PRINT TAB(9-LEN(A$));A$;"|":NEXT\n20 DATA "hack-","fanatic",ab',
        ["hack-|", "fanatic|", "ab|"],
    ),
    "an_empty_text_has_no_code": ('10 PRINT ASC("")', ["Illegal function call in 10"]),
}
FUNCTIONS = {  # 4.3
    "a_function_that_calls_itself": (
        "10 DEF FNY(X)=(X<1)*FNY(X)\n20 PRINT FNY(3)",
        ["Out of memory in 20"],
    ),
    "parameters_and_other_variables": (
        "10 DEF FNZ(A,B)=A^2+B^2+C\n20 A=9:C=5:PRINT FNZ(2,-3);A",
        ["18  9"],
    ),
    "a_function_in_a_function": (
        '10 DEF FNS$(X$,K)=MID$(X$,K,1)\n20 DEF FNQ$(X$)=FNS$(X$,K)+"$"\n30 K=4:PRINT FNQ$("betta")',
        ["t$"],
    ),
    "a_definition_behind_else": (
        "10 X=-12:IF X>1 THEN DEF FNY(X)=X^2 ELSE DEF FNY(X)=X^3\n20 PRINT FNY(X)",
        ["-1728"],
    ),
    "four_functions_of_one_name": (
        (
            '10 DEF FNQ%=1:DEF FNQ!=2:DEF FNQ=3:DEF FNQ$="4"\n20 DEFINTQ:PRINT FNQ;\n'
            "30 DEFSNGQ:PRINT FNQ;\n40 DEFDBLQ:PRINT FNQ;FNQ%;FNQ!;FNQ$"
        ),
        ["1  2  3  1  2 4"],
    ),
    "an_error_gives_a_function_another_type": (
        (
            '10 ON ERROR GOTO 50:DEF FNY(X)=X^3\n20 DEF FNY$(X$)=X$+"!"\n30 DEFSTR X:X="see"\n'
            "40 PRINT FNY(X):END\n50 IFERR=13 THEN DEFSTR Y:RESUME0"
        ),
        ["see!"],
    ),
    "an_unknown_function": ("10 PRINT FNA(1)", ["Undefined user function in 10"]),
}
CONTROL = {  # 2.4.5, 3.1 to 3.4, 8.3.4
    "nested_if_with_an_empty_else": (
        (
            '10 FOR A=0 TO 1:FOR B=0 TO 1\n20 IF A THEN IF B THEN PRINT "ab"; ELSE ELSE PRINT "n";\n'
            "30 NEXT:NEXT"
        ),
        ["nnab"],
    ),
    "on_goto_outside_its_list": (
        "10 FOR X=0 TO 4:ON X GOTO 30,40\n20 PRINT X;:GOTO 50\n30 PRINT A;:GOTO 50\n40 PRINT -X;\n50 NEXT",
        ["0  0 -2  3  4"],
    ),
    "on_goto_of_less_than_0": ("10 ON -1 GOTO 10", ["Illegal function call in 10"]),
    "next_of_the_outer_loop_ends_the_inner": (
        "10 FOR I=1 TO 3:FOR J=2 TO 4\n20 IF J>1 THEN NEXT I\n30 NEXT J",
        ["NEXT without FOR in 30"],
    ),
    "limits_are_taken_once": (
        "10 A=7:B=9:H=1:FOR I=A TO B STEP H:A=4:B=5:H=2:PRINT I;:NEXT",
        ["7  8  9"],
    ),
    "a_loop_may_be_left_and_entered_again": (
        "10 FOR I=1 TO 5\n20 IF I<=2 THEN 50\n30 PRINT I^2;\n40 NEXT:END\n50 I=I+3:GOTO 30",
        ["16  25"],
    ),
    "a_loop_that_begins_itself_anew": (
        (
            "10 A=0:B=1:H=.25\n20 FOR X=A TO B STEP H\n30 IF X>=(A+B)/2 AND P=0 THEN P=1:A=.5:H=H/2:GOTO 20\n"
            "40 PRINT X;\n50 NEXT X"
        ),
        ["0  .25  .5  .625  .75  .875  1"],
    ),
    "a_condition_as_the_loops_variable": (
        "10 N=1:FOR I=1 TO 0:S=S+N:N=N+1:I=N<=100:NEXT:PRINT S;N",
        ["5050  101"],
    ),
    "data_of_their_own_for_a_subroutine": (
        (
            "10 DATA 5,2\n20 DATA 7,.5\n30 READ A,B:PRINT A+B;:GOSUB 40:PRINT A+B:END\n"
            "40 RESTORE 20:READ A,B:PRINT A+B;:RESTORE 10:READ A,B:RETURN"
        ),
        ["7  7.5  7"],
    ),
    "resume_next_goes_on_behind_then": (
        '10 ON ERROR GOTO 40:M=30\n20 IF A(M)=0 THEN PRINT "a":PRINT "b"\n30 END\n40 RESUME NEXT',
        ["b"],
    ),
    "resume_next_twice_in_a_line": (
        '10 ON ERROR GOTO 30\n20 IFA(30)=1:PRINT"4"THEN:PRINT"5":END\n30 RESUME NEXT',
        ["45"],
    ),
    "three_errors_each_resumed_its_own_way": (
        (
            '10 ON ERROR GOTO 60\n20 E=10:P=E/Z:PRINT "P=";P\n30 Q=LOG(E-11)\n40 ERROR 250\n'
            '50 PRINT "on":END\n60 PRINT ERL;ERR\n70 IF ERR=11 THEN Z=.1:RESUME 0\n'
            "80 IF ERR=5 THEN RESUME NEXT ELSE RESUME 50"
        ),
        ["20  11", "P= 100", "30  5", "40  250", "on"],
    ),
    "an_error_in_the_routine": (
        "10 ON ERROR GOTO 20:ERROR 200\n20 PRINT 1/0",
        ["Division by zero in 20"],
    ),
    "the_routine_gives_the_error_back": (
        "10 ON ERROR GOTO 20:ERROR 200\n20 ON ERROR GOTO 0",
        ["Unprintable error in 10"],
    ),
    "error_0": ("10 ERROR 0", ["Illegal function call in 10"]),
}
MEMORY = {  # 10.3, 10.4
    "a_line_in_memory": (
        '10 B=5\n20 FOR I=&H8000 TO &H8008:PRINT HEX$(PEEK(I));" ";:NEXT',
        ["0 9 80 A 0 42 EF 16 0"],
    ),
    "a_variable_in_memory": (
        (
            "10 A%=356:B=VARPTR(A%):FOR I=-3 TO 1:PRINT PEEK(B+I);:NEXT\n"
            "20 AR!=223210:B=VARPTR(AR!):FOR I=-3 TO 3:PRINT PEEK(B+I);:NEXT"
        ),
        ["2  65  0  100  1  4  65  82  70  34", "50  16"],
    ),
    "varptr_of_what_is_not_there": ("10 PRINT VARPTR(Z)", ["Illegal function call in 10"]),
}
TABLES = {
    "using": USING,
    "numbers": NUMBERS,
    "strings": STRINGS,
    "functions": FUNCTIONS,
    "control": CONTROL,
    "memory": MEMORY,
}


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@pytest.mark.parametrize(
    ("table", "name"), [(table, name) for table, rows in TABLES.items() for name in rows]
)
def test_a_program_prints_what_the_document_says(board: str, table: str, name: str) -> None:
    program, rows = TABLES[table][name]

    assert [row.strip() for row in started(board).run(program)] == [row.strip() for row in rows]


def test_input_and_expressions_are_for_the_prompt_too() -> None:
    """4.1.4, examples 11 and 12: INPUT is no illegal direct statement."""
    basic = started("eb1")
    basic.enter("CLS")
    basic.enter("INPUT N$:PRINT STR$(VAL(N$))\n12ABBA")
    basic.wait()

    assert basic.rows()[-3:] == ["? 12ABBA", " 12", "Ok"]
    assert basic.direct("PRINT (-32768%)/(-1%)") == ["Overflow"]
    assert basic.direct("PRINT (-32768)/(-1)") == [" 32768"]
