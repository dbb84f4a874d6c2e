/// All reduced architectures with at least two layers.
public enum ReducedArchitectures {
    /// Those with end-to-end filter size at most `largest`, by that size, then by filter sizes and strides.
    public static func upTo(endToEndFilterSize largest: Int) -> [Architecture] {
        var result: [Architecture] = []
        func extend(_ sizes: [Int], _ strides: [Int], _ total: Int, _ step: Int) {
            if sizes.count > 1 {
                var steps = [1]
                for stride in strides { steps.append((steps.last ?? 1) * stride) }
                result.append(Architecture(reducedFilterSizes: sizes, strides: strides, steps: steps))
            }
            var stride = 2
            while total + step * stride <= largest {
                var size = 2
                while total + (size - 1) * step * stride <= largest {
                    extend(
                        sizes + [size], strides + [stride], total + (size - 1) * step * stride,
                        step * stride)
                    size += 1
                }
                stride += 1
            }
        }
        for size in stride(from: 2, through: largest, by: 1) { extend([size], [], size, 1) }
        return result.sorted {
            ($0.endToEndFilterSize, $0.layerCount) != ($1.endToEndFilterSize, $1.layerCount)
                ? ($0.endToEndFilterSize, $0.layerCount) < ($1.endToEndFilterSize, $1.layerCount)
                : ($0.filterSizes + $0.strides).lexicographicallyPrecedes($1.filterSizes + $1.strides)
        }
    }
}
