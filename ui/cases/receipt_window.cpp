// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/receipt_window.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

#include "cases/receipt_paper.h"
#include "desk/report_file.h"
#include "kit/bridge.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "pad/pad_words.h"

namespace ow::ui {

namespace {

constexpr int kWidth = 420;

TextRole roleOf(desk::ReceiptLine::Kind kind) {
  switch (kind) {
    case desk::ReceiptLine::Kind::heading:
      return TextRole::title;
    case desk::ReceiptLine::Kind::code:
      return TextRole::number;
    case desk::ReceiptLine::Kind::small:
      return TextRole::caption;
    case desk::ReceiptLine::Kind::plain:
      break;
  }
  return TextRole::body;
}

}  // namespace

ReceiptWindow::ReceiptWindow(Bridge& bridge, Navigator& navigator, ReceiptTexts texts, QWidget* parent)
    : QDialog(parent),
      m_bridge(bridge),
      m_navigator(navigator),
      m_texts(std::move(texts)),
      m_language(new QComboBox(this)),
      m_lines(new QVBoxLayout) {
  setObjectName(QStringLiteral("receiptWindow"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Receipt to rate by"));
  auto* paper = new QFrame(this);
  paper->setObjectName(QStringLiteral("receiptPaper"));
  paper->setLayout(m_lines);
  m_lines->setSpacing(px(Space::small));
  m_language->setObjectName(QStringLiteral("receiptLanguage"));
  m_language->setAccessibleName(tr("Language of the receipt"));
  m_language->addItem(QStringLiteral("简体中文"));
  m_language->addItem(QStringLiteral("English"));
  m_language->setCurrentIndex(greetingLanguage(bridge.desk().place()) == Language::simplifiedChinese ? 0 : 1);
  connect(m_language, &QComboBox::currentIndexChanged, this, &ReceiptWindow::showLines);
  auto* printing = new QPushButton(tr("&Print …"), this);
  printing->setObjectName(QStringLiteral("receiptPrint"));
  printing->setDefault(true);
  setLook(printing, Look::primary);
  connect(printing, &QPushButton::clicked, this, &ReceiptWindow::print);
  auto* keeping = new QPushButton(tr("&Save as PDF …"), this);
  keeping->setObjectName(QStringLiteral("receiptSave"));
  connect(keeping, &QPushButton::clicked, this, &ReceiptWindow::askWhere);
  auto* row = new QHBoxLayout;
  row->addWidget(m_language);
  row->addStretch(1);
  row->addWidget(keeping);
  row->addWidget(printing);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(px(Space::large));
  column->addWidget(paper, 1);
  column->addLayout(row);
  setMinimumWidth(scaled(kWidth));
  showLines();
}

const std::vector<desk::ReceiptLine>& ReceiptWindow::lines() const {
  return m_texts.lines[m_language->currentIndex() == 0 ? 0 : 1];
}

void ReceiptWindow::showLines() {
  while (QLayoutItem* old = m_lines->takeAt(0)) {
    delete old->widget();
    delete old;
  }
  for (const desk::ReceiptLine& line : lines()) {
    const bool isCode = line.kind == desk::ReceiptLine::Kind::code;
    auto* label = new QLabel(QString::fromStdString(line.text), this);
    label->setObjectName(isCode ? QStringLiteral("receiptCode") : QStringLiteral("receiptLine"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(!isCode);
    QFont font = ui::font(roleOf(line.kind));
    if (isCode) font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (line.kind == desk::ReceiptLine::Kind::small) setLook(label, Look::quiet);
    m_lines->addWidget(label, 0, isCode ? Qt::AlignHCenter : Qt::Alignment());
  }
}

void ReceiptWindow::print() {
  auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  printer->setDocName(windowTitle());
  auto* dialog = new QPrintDialog(printer.get(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
  connect(dialog, &QDialog::accepted, this, [this, printer] { drawReceipt(*printer, lines()); });
  dialog->open();
}

void ReceiptWindow::askWhere() {
  auto* dialog = new QFileDialog(this, tr("Save the receipt"));
  dialog->setObjectName(QStringLiteral("receiptDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  // Nothing is replaced, so nothing has to be asked.
  dialog->setOption(QFileDialog::DontConfirmOverwrite);
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  dialog->selectFile(QString::fromStdString(m_texts.receipt.caseNumber) + QStringLiteral(".pdf"));
  connect(dialog, &QFileDialog::fileSelected, this, &ReceiptWindow::write);
  dialog->open();
}

void ReceiptWindow::write(const QString& path) {
  m_bridge.run(
      Lane::write, this,
      [pages = receiptPages(lines(), windowTitle()), to = path.toStdString()](desk::Desk&) {
        return desk::writePages({pages.constData(), static_cast<std::size_t>(pages.size())}, to);
      },
      [this, path](const base::Result<void>& written) {
        if (!written) return m_navigator.notify(words::sentence(written.error()), Navigator::Tone::failed);
        m_navigator.notify(tr("Receipt written: %1").arg(QDir::toNativeSeparators(path)), Navigator::Tone::done);
      });
}

}  // namespace ow::ui
