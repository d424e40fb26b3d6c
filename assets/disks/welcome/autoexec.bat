@CLS
@ECHO Welcome to EB-DOS.
@ECHO DIR              what is on this disk
@ECHO TYPE README.TXT  more about it
@ECHO EDIT README.TXT  the text editor
@ECHO MON HELLO.COM    the debugger
@ECHO BASIC SNAKE.BAS  a game
@ECHO HELP             all commands
