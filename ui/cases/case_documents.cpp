// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/case_documents.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "cases/document_words.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using desk::DocumentItem;
using desk::NumberState;

constexpr std::size_t kDocumentsShown = 20;  // nobody hands out more; what is older stands in the story

QLabel* wrappedLabel(QWidget* parent, const QString& text) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

CaseDocuments::CaseDocuments(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : QWidget(parent),
      m_bridge(bridge),
      m_navigator(navigator),
      m_rows(new QVBoxLayout),
      m_empty(wrappedLabel(this, tr("No document was issued yet."))),
      m_more(wrappedLabel(this, {})),
      m_issue(new QPushButton(tr("&Issue a document … (F10)"), this)),
      m_menu(new QMenu(this)) {
  m_empty->setObjectName(QStringLiteral("caseDocumentsEmpty"));
  m_more->setObjectName(QStringLiteral("caseDocumentsMore"));
  for (QLabel* label : {m_empty, m_more}) setLook(label, Look::quiet);
  m_issue->setObjectName(QStringLiteral("caseDocumentIssue"));
  m_issue->setAccessibleName(tr("Issue a document"));
  m_rows->setSpacing(px(Space::small));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addLayout(m_rows);
  column->addWidget(m_empty);
  column->addWidget(m_more);
  column->addWidget(m_issue, 0, Qt::AlignLeft);
  connect(m_issue, &QPushButton::clicked, this, &CaseDocuments::choose);
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (what.cases.holds(m_case)) load();
  });
  showDocuments();
}

void CaseDocuments::setCase(domain::CaseId id) {
  if (id == m_case) return;
  m_case = id;
  m_documents = {};
  showDocuments();
  load();
}

void CaseDocuments::setRefusal(const QString& why) {
  m_refusal = why;
  showState();
}

void CaseDocuments::load() {
  if (m_case.isNil()) return;
  m_isLoadDue = m_isLoading;
  if (std::exchange(m_isLoading, true)) return;
  m_bridge.run(
      Lane::read, this, [id = m_case](desk::Desk& desk) { return desk::documentsOf(desk, id); },
      [this, id = m_case](base::Result<desk::CaseDocuments> documents) {
        m_isLoading = false;
        if (id == m_case) receive(std::move(documents));
        if (std::exchange(m_isLoadDue, false) || id != m_case) load();
      });
}

void CaseDocuments::receive(base::Result<desk::CaseDocuments> documents) {
  // The page itself says when the case has gone.
  if (!documents && documents.error().kind == base::ErrorKind::notFound) return;
  if (!documents) return m_navigator.notify(words::sentence(documents.error()), Navigator::Tone::failed);
  m_documents = std::move(documents).value();
  showDocuments();
  emit loaded();
}

void CaseDocuments::showDocuments() {
  while (QLayoutItem* old = m_rows->takeAt(0)) {
    old->widget()->deleteLater();
    delete old;
  }
  const std::size_t count = m_documents.items.size();
  for (std::size_t i = 0; i < std::min(count, kDocumentsShown); ++i) m_rows->addWidget(rowOf(m_documents.items[i]));
  m_empty->setVisible(count == 0);
  m_more->setVisible(count > kDocumentsShown);
  if (count > kDocumentsShown) m_more->setText(tr("and %n older", nullptr, int(count - kDocumentsShown)));
  m_menu->clear();
  for (const auto type : m_documents.offered) m_menu->addAction(words::of(type), this, [this, type] { issue(type); });
  showState();
}

void CaseDocuments::showState() {
  m_issue->setEnabled(m_refusal.isEmpty() && !m_documents.offered.empty() && !m_isIssuing);
  const bool isNothingOffered = m_refusal.isEmpty() && m_documents.offered.empty();
  m_issue->setToolTip(isNothingOffered ? tr("The case's present state knows no document.") : m_refusal);
}

QWidget* CaseDocuments::rowOf(const DocumentItem& item) {
  auto* row = new QWidget(this);
  row->setObjectName(QStringLiteral("caseDocument"));
  auto* column = new QVBoxLayout(row);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::hair));
  auto* head = wrappedLabel(row, words::of(item.type) + QStringLiteral("  ") + fromCore(item.number));
  head->setFont(ui::font(TextRole::label));
  head->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* state = wrappedLabel(row, numberSentence(item));
  state->setFont(ui::font(TextRole::caption));
  setLook(state, item.state == NumberState::refused       ? Look::danger
                 : item.state == NumberState::provisional ? Look::warning
                                                          : Look::quiet);
  column->addWidget(head);
  column->addWidget(state);
  row->setAccessibleName(head->text() + QStringLiteral(". ") + state->text());
  return row;
}

QString CaseDocuments::numberSentence(const DocumentItem& item) const {
  const QString when = words::dateTime(item.issuedAt, m_bridge.desk().zone());
  const QString by = item.issuedBy.empty() ? when : tr("%1, %2", "a clerk, a time").arg(fromCore(item.issuedBy), when);
  const QString before = item.number == item.provisional
                             ? QString()
                             : tr("issued as %1", "a document, under its provisional number").arg(fromCore(item.provisional));
  QStringList parts;
  switch (item.state) {
    case NumberState::provisional:
      parts << (m_documents.hasCentre ? tr("Provisional number: the final one comes from the centre.")
                                      : tr("Provisional number: this desk has no centre that gives final ones."));
      break;
    case NumberState::given:
      parts << tr("Number given; not yet known to be safe.");
      break;
    case NumberState::final:
      break;
    case NumberState::refused:
      parts << tr("The centre did not take this document; the sync page says why.");
      break;
  }
  parts << by;
  if (!before.isEmpty()) parts << before;
  if (!item.formerNumber.empty())
    parts << tr("was %1 before the centre was restored", "a document's number").arg(fromCore(item.formerNumber));
  return parts.join(QStringLiteral(" · "));
}

void CaseDocuments::choose() {
  if (!m_issue->isEnabled()) {
    if (!m_issue->toolTip().isEmpty()) m_navigator.notify(m_issue->toolTip(), Navigator::Tone::warning);
    return;
  }
  for (QWidget* around = parentWidget(); around != nullptr; around = around->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(around)) area->ensureWidgetVisible(m_issue);
  m_menu->setActiveAction(m_menu->actions().constFirst());
  m_menu->popup(m_issue->mapToGlobal(QPoint(0, m_issue->height())));
}

void CaseDocuments::issue(domain::OfficialDocumentType type) {
  if (std::exchange(m_isIssuing, true)) return;
  showState();
  m_bridge.run(
      Lane::write, this,
      [given = desk::Issue{m_case, type, m_state}](desk::Desk& desk) { return desk::issueDocument(desk, given); },
      [this](const base::Result<DocumentItem>& issued) {
        m_isIssuing = false;
        showState();
        if (!issued) return m_navigator.notify(words::sentence(issued.error()), Navigator::Tone::failed);
        m_navigator.notify(tr("%1 issued as %2.", "a document, its number")
                               .arg(words::of(issued.value().type), fromCore(issued.value().number)),
                           Navigator::Tone::done);
        load();
      });
}

}  // namespace ow::ui
