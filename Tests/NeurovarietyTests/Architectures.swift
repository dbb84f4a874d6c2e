import Neurovariety

/// `(7,7;3)` written as numbers.
func architecture(_ filterSizes: [Int], _ strides: [Int]) throws -> Architecture {
    try Architecture(filterSizes: filterSizes, strides: strides)
}

/// Architectures of every kind: two to four layers, equal and unequal degrees, r = 1, `k_1 < s_1`, strides of
/// 1, filter sizes of 1, one layer, sparse filters.
let assortment: [(filterSizes: [Int], strides: [Int])] = [
    ([2, 2], [2]), ([3, 2], [2]), ([5, 2], [3]), ([8, 2], [3]), ([2, 2], [3]), ([3, 3], [2]), ([5, 3], [3]),
    ([6, 3], [4]), ([7, 2], [4]), ([5, 5], [3]), ([3, 2, 2], [2, 2]), ([2, 2, 2], [2, 2]),
    ([2, 2, 2], [1, 2]),
    ([2, 1, 2], [2, 3]), ([2, 3, 2], [3, 2]), ([2, 2, 2, 2], [2, 2, 2]), ([4], []), ([1], []), ([1, 3], [2]),
    ([1, 2, 2], [2, 2]), ([3, 1], [2]), ([1, 1], [3]), ([4, 3], [1]), ([3, 1, 3], [1, 2]),
]
