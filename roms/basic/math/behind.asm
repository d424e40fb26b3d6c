; The math pack's routines that do not fit between its entries.

         M_ANGLE_MODULUS
         M_DOUBLE_ADD
         M_FRCINT
         M_NUMBER_SIGN
         M_ABSFN
         M_REAL_COMPARE
         M_RANDOM_START
         M_DECIMAL_TIMES
         M_DECIMAL_QUARTER
         M_SGNEXP
         M_INTEXP
         M_POWER_LARGE
         M_ROOT_BYTE
         M_FOUT_DIGIT
         M_FOUT_LENGTH
         M_FOUT_BASE
         M_USING_LEADING
         M_USING_TRAIL
         M_USING_DIGIT
