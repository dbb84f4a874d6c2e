plain = lcngenTimed("kernel", plainKernel);
lcngenCheck("gradedKernelEqualsKernel", plain == I, null);
