
-----------------------------------------------------------------------------
-- the run

lcngenRun = () -> (
lcngenRecord("protocol", "1");
lcngenRecord("macaulay2", toExternalString version#"VERSION");
lcngenRecord("architecture", toString {filterSizeList, strideList});
lcngenRecord("approach", "\"@@approach@@\"");
lcngenRecord("field", "\"@@field@@\"");
lcngenRecord("strategy", "\"@@strategy@@\"");
