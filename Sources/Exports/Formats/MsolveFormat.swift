extension IdealFormat {
    /// Input of msolve: the variables, the characteristic, and the generators. It has no comments, and no zero ideal.
    public static let msolve = IdealFormat("msolve", .msolve, saysOrder: false) { file in
        IdealFileFrame(
            opening: file.names.joined(separator: ",") + "\n\(file.ring.characteristic)\n",
            separator: ",\n", closing: "\n", zeroIdeal: .impossible)
    }
}
