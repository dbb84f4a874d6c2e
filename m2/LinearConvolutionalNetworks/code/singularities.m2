-- the singular locus of the neurovariety, as networks

-- A factor of layer l in the variables of the next layer can move up; where it does, there are several
-- factorizations nearby.
singularNetworks = method(TypicalValue => List)
singularNetworks ConvolutionalNetwork := N -> (
    N = reducedNetwork N;
    k := filterSizes N;
    s := strides N;
    for l from 0 to #s - 1 list (
        if k#l <= s#l then continue;
        networkOver(ring N, replace(l, k#l - s#l, replace(l + 1, k#(l + 1) + 1, k)), s)
        )
    )
