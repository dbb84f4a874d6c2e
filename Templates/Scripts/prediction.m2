
-- what the theory predicts -------------------------------------------------
expectedDimension = sum layerSizes - (layerCount - 1);
-- the degree of the Segre variety of the reduced architecture (layers with equal
-- S_l merged): a multinomial coefficient
expectedDegree = (
    lengths := apply(values partition(l -> strideProducts#l, toList(0 .. layerCount - 1)),
        group -> sum(group, l -> layerSizes#l - 1));
    (sum lengths)! // product apply(lengths, n -> n!)
    );
