/// How many filters an array has, one behind the other in the order of rows, and how many numbers each.
struct FilterShape: Hashable {
    let filters: Int
    let size: Int

    /// One axis is a filter, and so are a row and a column. Two axes are a filter a row. More are the weights of a
    /// layer, output channels by input channels by size: of one of the channels there must be one, and only one of the
    /// sizes may be more than 1.
    init(_ shape: [Int]) throws(FilterTextError) {
        func more(_ sizes: ArraySlice<Int>) -> Int { sizes.count { $0 > 1 } }
        if shape.count <= 1 || shape.count == 2 && more(shape[...]) <= 1 {
            (filters, size) = (1, shape.reduce(1, *))
        } else if shape.count == 2 {
            (filters, size) = (shape[0], shape[1])
        } else {
            guard more(shape[..<2]) <= 1 else { throw .channels(shape) }
            guard more(shape[2...]) <= 1 else { throw .dimensions(shape) }
            (filters, size) = (shape[0] * shape[1], shape[2...].reduce(1, *))
        }
    }
}
