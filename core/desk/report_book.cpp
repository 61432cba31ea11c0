// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/report_book.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

#include <xlsxwriter.h>

#include "base/utf8.h"
#include "desk/spreadsheet.h"

namespace ow::desk {

using base::Result;

namespace {

constexpr std::size_t kWidestColumn = 60;       // in digits; longer texts wrap
constexpr std::size_t kLongestFooterPart = 60;  // of three, and a spreadsheet takes 255 characters of all
constexpr std::uint8_t kA4 = 9;
constexpr std::chrono::year kFirstYear{1901};  // before it a spreadsheet has no days, or one that never was

// Han letters take the place of two digits.
std::size_t widthOf(const std::string& text) {
  constexpr char32_t kFirstWide = 0x1100;
  std::size_t width = 0;
  for (const char32_t letter : base::decoded(text)) width += letter >= kFirstWide ? 2 : 1;
  return width;
}

// Office reads _x0041_ as A; what only looks like it is said to be what it is.
std::string withoutFalseEscapes(std::string text) {
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 2))
    if (at + 6 < text.size() && text[at + 6] == '_') {
      text.insert(at, "_x005F");
      at += 6;
    }
  return text;
}

// An ampersand begins an instruction to the printer.
std::string footerPart(const std::string& text) {
  std::string out;
  for (const char32_t letter : base::decoded(text).substr(0, kLongestFooterPart))
    out += letter == U'&' ? "&&" : letter < U' ' ? " " : base::encoded(letter);
  return out;
}

// A workbook of libxlsxwriter, closed when this goes whatever happened.
class Book {
 public:
  Book(const Report& report, const std::filesystem::path& path) : m_report(report), m_folder(folderOf(path)) {
    lxw_workbook_options options{};
    options.tmpdir = m_folder.data();
    errno = 0;
    m_book = workbook_new_opt(path.c_str(), &options);
  }
  ~Book() {
    if (m_book != nullptr) workbook_close(m_book);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  Result<void> write() {
    if (m_book == nullptr) return intake::outputError(errno == 0 ? EIO : errno, "create");
    makeFormats();
    for (const ReportSheet& sheet : m_report.sheets) add(sheet);
    for (const ReportName& name : m_report.names) define(name);
    describe();
    if (m_refusal != LXW_NO_ERROR)
      return base::fail(base::ErrorKind::internal, {{"where", "report_book"}, {"refusal", std::to_string(m_refusal)}});
    errno = 0;
    if (workbook_close(std::exchange(m_book, nullptr)) != LXW_NO_ERROR)
      return intake::outputError(errno == 0 ? EIO : errno, "write");
    return base::success();
  }

 private:
  void makeFormats() {
    constexpr std::array kPatterns{"General", "#,##0", "#,##0.0", "0.00%", "yyyy-mm-dd", "yyyy-mm"};
    for (std::size_t i = 0; i < kPatterns.size(); ++i) {
      m_looks[i] = workbook_add_format(m_book);
      format_set_num_format(m_looks[i], kPatterns[i]);
      format_set_align(m_looks[i], LXW_ALIGN_VERTICAL_TOP);
    }
    m_wrapped = workbook_add_format(m_book);
    format_set_text_wrap(m_wrapped);
    format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
    m_header = workbook_add_format(m_book);
    format_set_bold(m_header);
    format_set_text_wrap(m_header);
    format_set_align(m_header, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(m_header, LXW_BORDER_THIN);
  }

  void add(const ReportSheet& sheet) {
    lxw_worksheet* made = workbook_add_worksheet(m_book, sheet.name.c_str());
    if (made == nullptr) {
      m_refusal = LXW_ERROR_SHEETNAME_ALREADY_USED;  // or another fault of its name
      return;
    }
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
      check(worksheet_write_string(made, 0, lxw_col_t(column), sheet.columns[column].c_str(), m_header));
      check(worksheet_set_column(made, lxw_col_t(column), lxw_col_t(column), columnWidth(sheet, column), nullptr));
    }
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
      for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
        put(made, lxw_row_t(row + 1), lxw_col_t(column), sheet.rows[row][column]);
    if (!sheet.rows.empty())
      check(worksheet_autofilter(made, 0, 0, lxw_row_t(sheet.rows.size()), lxw_col_t(sheet.columns.size() - 1)));
    worksheet_freeze_panes(made, 1, 0);
    setUpPrint(made);
  }

  static double columnWidth(const ReportSheet& sheet, std::size_t column) {
    constexpr std::size_t kNarrowest = 9, kRoom = 2;
    // The titles wrap: half of one is enough for it.
    std::size_t width = std::max(kNarrowest, widthOf(sheet.columns[column]) / 2 + 1);
    for (const auto& row : sheet.rows)
      if (const auto* text = column < row.size() ? std::get_if<std::string>(&row[column].value) : nullptr)
        width = std::max(width, widthOf(*text));
    return double(std::min(width + kRoom, kWidestColumn));
  }

  void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const ReportCell& cell) {
    lxw_format* look = m_looks[std::size_t(cell.look)];
    if (const auto* text = std::get_if<std::string>(&cell.value)) {
      const std::string safe = withoutFalseEscapes(harmless(*text));
      if (!safe.empty()) check(worksheet_write_string(sheet, row, column, safe.c_str(), m_wrapped));
    } else if (const auto* date = std::get_if<base::Date>(&cell.value); date != nullptr && date->year() < kFirstYear) {
      check(worksheet_write_string(sheet, row, column, textIn(cell).c_str(), look));
    } else if (date != nullptr) {
      lxw_datetime day{int(date->year()), int(unsigned(date->month())), int(unsigned(date->day())), 0, 0, 0};
      check(worksheet_write_datetime(sheet, row, column, &day, look));
    } else if (const auto* number = std::get_if<double>(&cell.value)) {
      check(cell.formula.empty() ? worksheet_write_number(sheet, row, column, *number, look)
                                 : worksheet_write_formula_num(sheet, row, column, cell.formula.c_str(), look, *number));
    }
  }

  void setUpPrint(lxw_worksheet* sheet) {
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, kA4);
    worksheet_fit_to_pages(sheet, 1, 0);
    check(worksheet_repeat_rows(sheet, 0, 0));
    // A blank before each part: digits behind an instruction would be taken for a size of letters.
    const std::string footer =
        "&L " + footerPart(m_report.footerLeft) + "&C " + footerPart(m_report.footerCentre) + "&R &P / &N";
    check(worksheet_set_footer(sheet, footer.c_str()));
  }

  void define(const ReportName& name) {
    std::string cell = cellText(name.row, name.column);
    const auto digits = cell.find_first_of("0123456789");
    cell = "$" + cell.substr(0, digits) + "$" + cell.substr(digits);
    check(workbook_define_name(m_book, name.name.c_str(), ("='" + m_report.sheets[name.sheet].name + "'!" + cell).c_str()));
  }

  void describe() {
    std::string title = m_report.title, author = m_report.author, subject = m_report.subject;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.company = author.data();
    properties.subject = subject.data();
    properties.created =
        std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::seconds>(m_report.made));
    check(workbook_set_properties(m_book, &properties));
  }

  void check(lxw_error answer) {
    if (m_refusal == LXW_NO_ERROR) m_refusal = answer;
  }

  const Report& m_report;
  std::string m_folder;
  lxw_workbook* m_book = nullptr;
  std::array<lxw_format*, 6> m_looks{};
  lxw_format* m_wrapped = nullptr;
  lxw_format* m_header = nullptr;
  lxw_error m_refusal = LXW_NO_ERROR;
};

}  // namespace

Result<void> writeBook(const Report& report, intake::OutputFile& file) {
  OW_TRYV(Book(report, file.making()).write());
  return file.close();
}

}  // namespace ow::desk
