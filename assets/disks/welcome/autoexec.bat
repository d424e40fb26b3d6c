@CLS
@ECHO Welcome to EB-DOS.
@ECHO DIR              what is on this disk
@ECHO TYPE README.TXT  more about it
@ECHO EDIT README.TXT  the text editor
@ECHO BASIC SNAKE.BAS  a game
@ECHO HELP             all commands
