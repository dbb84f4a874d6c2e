-- @@title@@
-- made by @@tool@@ with the command
--     @@command@@
-- defines the ring R, its variables, and @@ideal@@
R = @@ring@@;
@@ideal@@ = ideal {
@@generators@@
};
