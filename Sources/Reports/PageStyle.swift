/// What all pages share: colors for light and dark, tables, print.
enum PageStyle {
    static let shared = String(decoding: PackageResources.page_css, as: UTF8.self)
}
