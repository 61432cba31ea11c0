// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/case_attachments.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "cases/attachment_model.h"
#include "cases/attachment_preview.h"
#include "cases/attachment_words.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/flow_layout.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using desk::AttachmentItem;
using desk::AttachmentState;

constexpr int kRowsShown = 5;
constexpr std::int64_t kMostShown = 64ll * 1024 * 1024;

bool isHere(const AttachmentItem& item) {
  return item.state == AttachmentState::here || item.state == AttachmentState::toSend || item.state == AttachmentState::refused;
}

std::filesystem::path pathOf(const QString& path) {
  return {QFile::encodeName(path).toStdString()};
}

}  // namespace

CaseAttachments::CaseAttachments(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : QWidget(parent),
      m_bridge(bridge),
      m_navigator(navigator),
      m_model(new AttachmentModel(bridge.desk().clock(), bridge.desk().zone(), this)),
      m_list(new QListView(this)),
      m_empty(new QLabel(tr("No file yet. Drop files here, or press F7."), this)),
      m_say(new QLabel(this)),
      m_kind(new QComboBox(this)),
      m_add(new QPushButton(tr("Add a &file … (F7)"), this)),
      m_open(new QPushButton(tr("Open"), this)),
      m_save(new QPushButton(tr("Save a copy … (S)"), this)),
      m_remove(new QPushButton(tr("Remove"), this)) {
  makeParts();
  setAcceptDrops(true);
  connect(m_add, &QPushButton::clicked, this, &CaseAttachments::chooseFiles);
  connect(m_open, &QPushButton::clicked, this, &CaseAttachments::openCurrent);
  connect(m_save, &QPushButton::clicked, this, &CaseAttachments::saveCurrent);
  connect(m_remove, &QPushButton::clicked, this, &CaseAttachments::removeCurrent);
  connect(m_list, &QListView::activated, this, &CaseAttachments::openCurrent);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
    m_doomed.reset();
    showState();
  });
  connect(m_model, &AttachmentModel::modelReset, this, &CaseAttachments::showState);
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (what.cases.holds(m_case)) load();
  });
  showState();
}

void CaseAttachments::makeParts() {
  m_list->setObjectName(QStringLiteral("caseAttachments"));
  m_list->setAccessibleName(tr("Files of the case"));
  m_list->setModel(m_model);
  m_list->setItemDelegate(new AttachmentDelegate(*m_model, this));
  m_list->setStyleSheet(QStringLiteral("QListView { border: none; background: transparent; }"));
  m_list->setSelectionMode(QAbstractItemView::SingleSelection);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setResizeMode(QListView::Adjust);
  m_list->setUniformItemSizes(true);
  m_list->setMouseTracking(true);
  m_list->installEventFilter(this);
  for (QLabel* label : {m_empty, m_say}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setLook(label, Look::quiet);
  }
  m_empty->setObjectName(QStringLiteral("caseAttachmentsEmpty"));
  m_say->setObjectName(QStringLiteral("caseAttachmentsSay"));
  m_say->setFont(ui::font(TextRole::caption));
  m_say->hide();
  m_kind->setObjectName(QStringLiteral("caseAttachmentKind"));
  m_kind->setAccessibleName(tr("What the next file is"));
  m_kind->setToolTip(tr("What the next file is"));
  for (const auto kind : {domain::DocumentKind::other, domain::DocumentKind::application, domain::DocumentKind::identity,
                          domain::DocumentKind::proof, domain::DocumentKind::photo, domain::DocumentKind::decision})
    m_kind->addItem(words::of(kind), static_cast<int>(kind));
  m_add->setObjectName(QStringLiteral("caseAttachmentAdd"));
  m_add->setAccessibleName(tr("Add a file"));
  m_open->setObjectName(QStringLiteral("caseAttachmentOpen"));
  m_save->setObjectName(QStringLiteral("caseAttachmentSave"));
  m_save->setAccessibleName(tr("Save a copy"));
  m_remove->setObjectName(QStringLiteral("caseAttachmentRemove"));
  m_remove->setAccessibleName(m_remove->text());

  auto* row = new FlowLayout(px(Space::small), px(Space::small));
  for (QWidget* part : {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_add), static_cast<QWidget*>(m_open),
                        static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_remove)})
    row->addWidget(part);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addWidget(m_list);
  column->addWidget(m_empty);
  column->addWidget(m_say);
  column->addLayout(row);
}

void CaseAttachments::setCase(domain::CaseId id) {
  if (id == m_case) return;
  m_case = id;
  m_awaited.reset();
  m_doomed.reset();
  m_model->setItems({});
  say({});
  load();
}

void CaseAttachments::setRefusal(const QString& why) {
  m_refusal = why;
  showState();
}

void CaseAttachments::load() {
  if (m_case.isNil()) return;
  m_isLoadDue = m_isLoading;
  if (std::exchange(m_isLoading, true)) return;
  m_bridge.run(
      Lane::read, this, [id = m_case](desk::Desk& desk) { return desk::attachmentsOf(desk, id); },
      [this, id = m_case](base::Result<std::vector<AttachmentItem>> items) {
        m_isLoading = false;
        if (id == m_case) receive(std::move(items));
        if (std::exchange(m_isLoadDue, false) || id != m_case) load();
      });
}

void CaseAttachments::receive(base::Result<std::vector<AttachmentItem>> items) {
  if (!items) return m_navigator.notify(words::sentence(items.error()), Navigator::Tone::failed);
  const AttachmentItem* before = current();
  const auto chosen = before != nullptr ? std::optional(before->id) : std::nullopt;
  m_model->setItems(std::move(items).value());
  if (const int row = chosen ? m_model->rowOf(*chosen) : -1; row >= 0) m_list->setCurrentIndex(m_model->index(row));
  showState();
  openWhatCame();
  emit loaded();
}

const AttachmentItem* CaseAttachments::current() const {
  const QModelIndex index = m_list->currentIndex();
  return index.isValid() && index.row() < m_model->rowCount() ? &m_model->item(index.row()) : nullptr;
}

void CaseAttachments::showState() {
  const int rows = m_model->rowCount();
  m_list->setVisible(rows > 0);
  m_list->setFixedHeight(AttachmentDelegate::rowHeight() * std::clamp(rows, 1, kRowsShown) + px(Space::hair));
  m_empty->setVisible(rows == 0);
  m_add->setEnabled(m_refusal.isEmpty());
  m_add->setToolTip(m_refusal);
  m_kind->setEnabled(m_refusal.isEmpty());
  const AttachmentItem* item = current();
  const bool isFetched = item == nullptr || isHere(*item);
  m_open->setText(isFetched ? tr("Open (Enter)") : tr("Fetch (Enter)"));
  m_open->setAccessibleName(isFetched ? tr("Open") : tr("Fetch"));
  m_open->setEnabled(item != nullptr && (!isFetched || item->canBeShown));
  m_open->setToolTip(item != nullptr && isFetched && !item->canBeShown
                         ? tr("Only pictures and plain text are shown here. Save a copy to open it elsewhere.")
                         : QString());
  m_save->setEnabled(item != nullptr && isHere(*item));
  m_remove->setEnabled(item != nullptr && item->mayRemove && m_refusal.isEmpty());
  for (QPushButton* button : {m_open, m_save, m_remove}) button->setVisible(rows > 0);
}

void CaseAttachments::say(const QString& sentence) {
  m_say->setText(sentence);
  m_say->setHidden(sentence.isEmpty());
}

// --- adding
// -------------------------------------------------------------------------------------------------------------------

QFileDialog* CaseAttachments::fileDialog(const QString& title) {
  auto* dialog = new QFileDialog(this, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  return dialog;
}

void CaseAttachments::chooseFiles() {
  if (!m_add->isEnabled()) return;
  QFileDialog* dialog = fileDialog(tr("Add files to the case"));
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, &CaseAttachments::addFiles);
  dialog->open();
}

void CaseAttachments::addFiles(const QStringList& paths) {
  if (!m_refusal.isEmpty()) return m_navigator.notify(m_refusal, Navigator::Tone::warning);
  m_toAdd += paths;
  addNext();
}

void CaseAttachments::addNext() {
  if (m_isAdding || m_toAdd.isEmpty()) return;
  m_isAdding = true;
  const QString path = m_toAdd.takeFirst();
  const QString name = QFileInfo(path).fileName();
  say(tr("Reading “%1” …").arg(name));
  const desk::NewAttachment given{m_case, pathOf(path), static_cast<domain::DocumentKind>(m_kind->currentData().toInt())};
  m_bridge.run(
      Lane::write, this, [given](desk::Desk& desk) { return desk::addAttachment(desk, given); },
      [this, name](const base::Result<domain::AttachmentId>& added) {
        m_isAdding = false;
        say({});
        if (added)
          m_navigator.notify(tr("“%1” is in the case.").arg(name), Navigator::Tone::done);
        else
          m_navigator.notify(words::ofAttachmentError(added.error(), name), Navigator::Tone::failed);
        load();
        addNext();
      });
}

void CaseAttachments::dragEnterEvent(QDragEnterEvent* event) {
  if (m_refusal.isEmpty() && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void CaseAttachments::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  if (paths.isEmpty()) return m_navigator.notify(tr("Only files of this computer can be added."), Navigator::Tone::warning);
  event->acceptProposedAction();
  addFiles(paths);
}

// --- opening and saving
// -------------------------------------------------------------------------------------------------------

void CaseAttachments::openCurrent() {
  if (const AttachmentItem* item = current()) open(*item);
}

void CaseAttachments::open(const AttachmentItem& item) {
  if (!isHere(item)) return fetch(item);
  if (!item.canBeShown) return m_navigator.notify(m_open->toolTip(), Navigator::Tone::warning);
  show(item);
}

void CaseAttachments::fetch(const AttachmentItem& item) {
  const QString name = fromCore(item.name);
  m_awaited = item.id;
  m_bridge.run(
      Lane::write, this, [id = item.id](desk::Desk& desk) { return desk::fetchAttachment(desk, id); },
      [this, name](const base::Result<void>& asked) {
        if (asked) return m_navigator.notify(tr("“%1” is being fetched.").arg(name), Navigator::Tone::done);
        m_awaited.reset();
        m_navigator.notify(words::ofAttachmentError(asked.error(), name), Navigator::Tone::failed);
      });
}

// What a clerk waited for opens, if they are still here to see it.
void CaseAttachments::openWhatCame() {
  const int row = m_awaited ? m_model->rowOf(*m_awaited) : -1;
  if (row < 0 || !isHere(m_model->item(row))) return;
  m_awaited.reset();
  if (isVisible() && m_model->item(row).canBeShown) show(m_model->item(row));
}

void CaseAttachments::show(const AttachmentItem& item) {
  m_bridge.run(
      Lane::read, this, [id = item.id](desk::Desk& desk) { return desk::readAttachment(desk, id, kMostShown); },
      [this, name = fromCore(item.name), type = item.mediaType](const base::Result<std::string>& content) {
        if (!content) return m_navigator.notify(words::ofAttachmentError(content.error(), name), Navigator::Tone::failed);
        if (!isVisible()) return;
        (new AttachmentPreview(name, type, content.value(), this))->show();
      });
}

void CaseAttachments::saveCurrent() {
  const AttachmentItem* item = current();
  if (item == nullptr || !isHere(*item)) return;
  QFileDialog* dialog = fileDialog(tr("Save a copy"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(fromCore(item->name));
  connect(dialog, &QFileDialog::fileSelected, this, [this, id = item->id](const QString& path) { saveTo(id, path); });
  dialog->open();
}

// The dialog has asked whether a file of that name may go.
void CaseAttachments::saveTo(domain::AttachmentId id, const QString& path) {
  m_bridge.run(
      Lane::read, this,
      [id, to = pathOf(path)](desk::Desk& desk) { return desk::saveAttachment(desk, id, to, desk::SavedCopy::replaces); },
      [this, name = QFileInfo(path).fileName()](const base::Result<void>& saved) {
        if (saved) return m_navigator.notify(tr("A copy is saved as “%1”.").arg(name), Navigator::Tone::done);
        m_navigator.notify(words::ofAttachmentError(saved.error(), name), Navigator::Tone::failed);
      });
}

void CaseAttachments::removeCurrent() {
  const AttachmentItem* item = current();
  if (item == nullptr || !m_remove->isEnabled()) return;
  const QString name = fromCore(item->name);
  if (m_doomed != item->id) {
    m_doomed = item->id;
    return m_navigator.notify(tr("“%1” would be gone for everybody. Once more, and it is removed.").arg(name),
                              Navigator::Tone::warning);
  }
  m_doomed.reset();
  m_bridge.run(
      Lane::write, this, [id = item->id](desk::Desk& desk) { return desk::removeAttachment(desk, id); },
      [this, name](const base::Result<void>& removed) {
        if (removed)
          m_navigator.notify(tr("“%1” is removed from the case.").arg(name), Navigator::Tone::done);
        else
          m_navigator.notify(words::ofAttachmentError(removed.error(), name), Navigator::Tone::failed);
        load();
      });
}

bool CaseAttachments::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::FocusIn && !m_list->currentIndex().isValid())
    m_list->setCurrentIndex(m_model->index(0));
  if (watched != m_list || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  if (key->modifiers() != Qt::NoModifier && key->modifiers() != Qt::KeypadModifier) return QWidget::eventFilter(watched, event);
  switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      openCurrent();
      return true;
    case Qt::Key_S:
      saveCurrent();
      return true;
    case Qt::Key_Delete:
      removeCurrent();
      return true;
    case Qt::Key_Escape:
      emit left();
      return true;
    default:
      return QWidget::eventFilter(watched, event);
  }
}

}  // namespace ow::ui
