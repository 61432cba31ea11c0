// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/codes_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "cases/one_line.h"
#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "surveys/letter_list.h"
#include "surveys/survey_words.h"

namespace ow::ui {

namespace {

// No name of a round can lead out of its folder.
QString fileNameOf(const QString& round) {
  QString name = round;
  for (const QChar bad : {QLatin1Char('/'), QLatin1Char('\\'), QLatin1Char(':')}) name.replace(bad, QLatin1Char('-'));
  return name + QStringLiteral(".txt");
}

bool writeLines(const QStringList& lines, const QString& path) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return false;
  const QByteArray bytes = lines.join(QLatin1Char('\n')).toUtf8() + '\n';
  return file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace

CodesPanel::CodesPanel(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : SurveyPanel(bridge, navigator, parent),
      m_about(sentenceLabel(QStringLiteral("surveyCodesAbout"), this)),
      m_list(new LetterList(QStringLiteral("surveyCodes"), tr("Codes of the slips"), this)),
      m_copy(new QPushButton(tr("Cop&y all"), this)),
      m_save(new QPushButton(tr("Sa&ve to a file …"), this)) {
  setLook(m_about, Look::quiet);
  m_copy->setObjectName(QStringLiteral("surveyCodesCopy"));
  m_copy->setAccessibleName(tr("Copy all codes"));
  m_save->setObjectName(QStringLiteral("surveyCodesSave"));
  m_save->setAccessibleName(tr("Save the codes to a file"));
  auto* body = new QWidget(this);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addWidget(m_about);
  column->addWidget(m_list, 1);
  auto* row = new FlowLayout(px(Space::small), px(Space::small));
  row->addWidget(m_copy);
  row->addWidget(m_save);
  column->addLayout(row);
  setBody(body);
  connect(m_list, &LetterList::left, this, &CodesPanel::left);
  connect(m_copy, &QPushButton::clicked, this, &CodesPanel::copy);
  connect(m_save, &QPushButton::clicked, this, &CodesPanel::chooseFile);
}

// They are those of the drawing and never change.
void CodesPanel::load(bool isOther) {
  if (!isOther) return;
  m_codes.clear();
  m_list->clear();
  showReading();
  bridge().run(
      Lane::read, this, [id = round().id](desk::Desk& desk) { return desk::slipsOf(desk, id); },
      [this, id = round().id](const base::Result<std::vector<std::string>>& codes) {
        if (isOf(id)) receive(codes);
      });
}

void CodesPanel::receive(const base::Result<std::vector<std::string>>& codes) {
  if (!codes) return showEmpty(words::surveySentence(codes.error()));
  for (const std::string& code : codes.value()) m_codes << QString::fromStdString(code);
  m_list->addItems(m_codes);
  m_list->selectRow(0);
  m_about->setText(tr("%n code(s), one for each slip. Each is taken once; none says to whom it went.", nullptr,
                      static_cast<int>(m_codes.size())));
  showBody();
}

void CodesPanel::copy() {
  QApplication::clipboard()->setText(m_codes.join(QLatin1Char('\n')));
  navigator().notify(tr("%n code(s) copied.", nullptr, static_cast<int>(m_codes.size())), Navigator::Tone::done);
}

void CodesPanel::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Save the codes"));
  dialog->setObjectName(QStringLiteral("surveyCodesDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("txt"));
  dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  dialog->selectFile(fileNameOf(tr("codes %1", "name of a file: round").arg(oneLine(round().name))));
  connect(dialog, &QFileDialog::fileSelected, this, &CodesPanel::saveTo);
  dialog->open();
}

// The dialog has asked whether a file of that name may go.
void CodesPanel::saveTo(const QString& path) {
  bridge().run(
      Lane::read, this, [codes = m_codes, path](desk::Desk&) { return writeLines(codes, path); },
      [this, path](bool isWritten) {
        const QString name = QDir::toNativeSeparators(path);
        if (isWritten) return navigator().notify(tr("The codes are saved: %1").arg(name), Navigator::Tone::done);
        navigator().notify(tr("The codes could not be written to %1.").arg(name), Navigator::Tone::failed);
      });
}

void CodesPanel::focusBody() {
  m_list->setFocus(Qt::OtherFocusReason);
}

void CodesPanel::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isReturn && m_copy->hasFocus()) return copy();
  if (isReturn && m_save->hasFocus()) return chooseFile();
  SurveyPanel::keyPressEvent(event);
}

}  // namespace ow::ui
