-- @@title@@
-- made by @@tool@@ with the command
--     @@command@@
R = QQ[w_0..w_(@@lastIndex@@)];
@@ideal@@ = ideal {
@@generators@@
};
