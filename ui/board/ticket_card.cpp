// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/ticket_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <vector>

#include "board/board_words.h"
#include "cases/receipt_paper.h"
#include "domain/ticket_order.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/field_row.h"
#include "kit/flow_layout.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

using domain::Ticket;
using domain::TicketPriority;

namespace {

constexpr int kChoiceWidth = 260, kPriorityWidth = 200, kLetterWidth = 90, kReturnedWidth = 140;
constexpr int kLongestQueueName = 40;
constexpr const char* kAnother = "+";  // the entry of a queue that is not known yet

QLineEdit* lineEdit(const char* name, int width, QWidget* parent) {
  auto* edit = new QLineEdit(parent);
  edit->setObjectName(QLatin1String(name));
  edit->setMaximumWidth(scaled(width));
  return edit;
}

std::string codeOf(const QComboBox* box) {
  return box->currentData().toString().toStdString();
}

}  // namespace

TicketCard::TicketCard(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Card(tr("Numbers"), parent), m_bridge(bridge), m_navigator(navigator) {
  setObjectName(QStringLiteral("ticketCard"));
  body()->addWidget(makeGiving());
  m_say = new QLabel(this);
  m_say->setObjectName(QStringLiteral("ticketSay"));
  m_say->setTextFormat(Qt::PlainText);
  m_say->setWordWrap(true);
  setLook(m_say, Look::warning);
  m_say->hide();
  body()->addWidget(m_say);
  m_given = makeGiven();
  body()->addWidget(m_given);
  m_given->hide();
  showQueues({});
}

QPushButton* TicketCard::button(const char* name, const QString& text, void (TicketCard::*act)(), QWidget* parent) {
  auto* made = new QPushButton(text, parent);
  made->setObjectName(QLatin1String(name));
  made->setAccessibleName(QString(text).remove(QLatin1Char('&')));
  connect(made, &QPushButton::clicked, this, act);
  return made;
}

QWidget* TicketCard::makeGiving() {
  auto* inside = new QWidget(this);
  m_queue = new QComboBox(inside);
  m_queue->setObjectName(QStringLiteral("ticketQueue"));
  m_queue->setMinimumWidth(scaled(kChoiceWidth));
  m_priority = new QComboBox(inside);
  m_priority->setObjectName(QStringLiteral("ticketPriority"));
  m_priority->setMinimumWidth(scaled(kPriorityWidth));
  for (const TicketPriority one : {TicketPriority::normal, TicketPriority::appointment, TicketPriority::priority})
    m_priority->addItem(words::of(one), QString::fromUtf8(base::code(one)));
  m_new = new QWidget(inside);
  m_letter = lineEdit("ticketLetter", kLetterWidth, m_new);
  m_letter->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z]")), m_letter));
  m_name = lineEdit("ticketQueueName", kChoiceWidth, m_new);
  m_name->setMaxLength(kLongestQueueName);
  auto* fields = new QHBoxLayout(m_new);
  fields->setContentsMargins(0, 0, 0, 0);
  fields->addWidget(new FieldRow(tr("&Letter"), m_letter, m_new, FieldRow::Line::whenNeeded));
  fields->addWidget(new FieldRow(tr("Na&me of the queue"), m_name, m_new, FieldRow::Line::whenNeeded));
  m_give = button("ticketGive", tr("Give a &number (Enter)"), &TicketCard::give, inside);
  setLook(m_give, Look::primary);
  auto* row = new FlowLayout(px(Space::medium), px(Space::small), inside);
  row->addWidget(new FieldRow(tr("&Queue"), m_queue, inside, FieldRow::Line::whenNeeded));
  row->addWidget(m_new);
  row->addWidget(new FieldRow(tr("&Who comes"), m_priority, inside, FieldRow::Line::whenNeeded));
  row->addWidget(new FieldRow(QStringLiteral(" "), m_give, inside, FieldRow::Line::whenNeeded));  // on the line of the fields
  connect(m_queue, &QComboBox::currentIndexChanged, this, &TicketCard::showNewQueue);
  return inside;
}

QWidget* TicketCard::makeGiven() {
  auto* inside = new QWidget(this);
  m_number = new QLabel(inside);
  m_number->setObjectName(QStringLiteral("ticketNumber"));
  m_number->setTextFormat(Qt::PlainText);
  m_number->setFont(ui::font(TextRole::title));
  m_of = new QLabel(inside);
  m_of->setObjectName(QStringLiteral("ticketOf"));
  m_of->setTextFormat(Qt::PlainText);
  setLook(m_of, Look::quiet);
  m_print = button("ticketPrint", tr("&Print …"), &TicketCard::print, inside);
  m_back = lineEdit("ticketBack", kReturnedWidth, inside);
  m_back->setAccessibleName(tr("Number that is given back"));
  m_giveBack = button("ticketGiveBack", tr("Give &back"), &TicketCard::giveBack, inside);
  m_giveBack->setToolTip(tr("The number is not called any more"));
  // The flow puts everything at the top of its line: what is said stands in the middle of a button's height.
  for (QLabel* label : {m_number, m_of}) label->setFixedHeight(m_print->sizeHint().height());
  auto* row = new FlowLayout(px(Space::medium), px(Space::small), inside);
  for (QWidget* part : std::initializer_list<QWidget*>{m_number, m_of, m_print, m_back, m_giveBack}) row->addWidget(part);
  return inside;
}

void TicketCard::reload() {
  m_bridge.run(
      Lane::read, this, [](desk::Desk& desk) { return desk::queueNames(desk); },
      [this](const base::Result<std::map<std::string, std::string>>& names) {
        if (names && names.value() != m_names) showQueues(names.value());
      });
}

void TicketCard::showQueues(const std::map<std::string, std::string>& names) {
  const std::string before = codeOf(m_queue);
  m_names = names;
  const QSignalBlocker quiet(m_queue);
  m_queue->clear();
  for (const auto& [letter, name] : names) m_queue->addItem(words::ofQueue(letter, name), QString::fromStdString(letter));
  m_queue->addItem(tr("Another queue …"), QLatin1String(kAnother));
  // Whoever types a new queue goes on; otherwise the first that there is.
  const bool isKept = before != kAnother || !m_letter->text().isEmpty();
  m_queue->setCurrentIndex(isKept ? std::max(0, m_queue->findData(QString::fromStdString(before))) : 0);
  showNewQueue();
}

void TicketCard::showNewQueue() {
  m_new->setVisible(codeOf(m_queue) == kAnother);
  m_say->hide();
}

void TicketCard::takeFocus() {
  m_queue->setFocus(Qt::ShortcutFocusReason);
}

void TicketCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) return Card::keyPressEvent(event);
  if (m_back->hasFocus()) return giveBack();
  if (m_queue->hasFocus() || m_priority->hasFocus() || m_letter->hasFocus() || m_name->hasFocus()) return give();
  Card::keyPressEvent(event);
}

std::optional<desk::NewTicket> TicketCard::wanted() {
  desk::NewTicket ticket{codeOf(m_queue), base::fromCode<TicketPriority>(codeOf(m_priority)).value_or(TicketPriority::normal)};
  if (ticket.queue != kAnother) return ticket;
  ticket.queue = toCore(m_letter->text().trimmed().toUpper());
  ticket.queueName = toCore(m_name->text().trimmed());
  if (domain::isQueue(ticket.queue)) return ticket;
  m_say->setText(tr("A queue has a letter, A to Z."));
  m_say->show();
  m_letter->setFocus(Qt::OtherFocusReason);
  return std::nullopt;
}

void TicketCard::give() {
  if (m_isBusy) return;
  const auto ticket = wanted();
  if (!ticket) return;
  setBusy(true);
  m_bridge.run(
      Lane::write, this, [wanted = *ticket](desk::Desk& desk) { return desk::issueTicket(desk, wanted); },
      [this](const base::Result<Ticket>& given) {
        setBusy(false);
        if (!given) return m_navigator.notify(words::queueSentence(given.error()), Navigator::Tone::failed);
        showGiven(given.value());
        reload();
      });
}

// The next one stands in the same queue, and is nobody special.
void TicketCard::showGiven(const Ticket& ticket) {
  m_last = ticket;
  m_number->setText(QString::fromStdString(ticket.number));
  if (codeOf(m_queue) == kAnother) {
    m_names[ticket.queue] = toCore(m_name->text().trimmed());
    showQueues(std::map(m_names));
    m_queue->setCurrentIndex(m_queue->findData(QString::fromStdString(ticket.queue)));
  }
  m_of->setText(
      tr("%1, %2", "queue, who comes").arg(words::ofQueue(ticket.queue, m_names[ticket.queue]), words::of(ticket.priority)));
  m_back->setText(m_number->text());
  m_given->show();
  emit grown();
  m_priority->setCurrentIndex(0);
  m_letter->clear();
  m_name->clear();
  takeFocus();
  m_navigator.notify(tr("Number %1").arg(m_number->text()), Navigator::Tone::done);
}

void TicketCard::print() {
  if (!m_last) return;
  using Kind = desk::ReceiptLine::Kind;
  const auto line = [](Kind kind, const QString& text) { return desk::ReceiptLine{kind, text.toStdString()}; };
  const desk::Desk& desk = m_bridge.desk();
  std::vector<desk::ReceiptLine> lines{
      line(Kind::heading, QString::fromStdString(desk.place().hall)), line(Kind::code, QString::fromStdString(m_last->number)),
      line(Kind::plain, m_of->text()), line(Kind::small, words::dateTime(m_last->issuedAt, desk.zone()))};
  auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  printer->setDocName(m_number->text());
  auto* dialog = new QPrintDialog(printer.get(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
  connect(dialog, &QDialog::accepted, this, [printer, lines] { drawReceipt(*printer, lines); });
  dialog->open();
}

void TicketCard::giveBack() {
  const std::string number = toCore(m_back->text().trimmed().toUpper());
  if (m_isBusy || number.empty()) return;
  setBusy(true);
  m_bridge.run(
      Lane::write, this,
      [number](desk::Desk& desk) -> base::Result<Ticket> {
        OW_TRY(const auto ticket, desk::ticketNumbered(desk, number));
        return desk::moveTicket(desk, ticket.id, desk::TicketStep::left);
      },
      [this](const base::Result<Ticket>& done) {
        setBusy(false);
        if (!done) return m_navigator.notify(words::queueSentence(done.error()), Navigator::Tone::failed);
        m_navigator.notify(tr("%1 is given back and is not called.").arg(QString::fromStdString(done.value().number)),
                           Navigator::Tone::done);
        if (m_last && m_last->id == done.value().id) m_given->hide();
        takeFocus();
      });
}

void TicketCard::setBusy(bool isBusy) {
  m_isBusy = isBusy;
  m_give->setEnabled(!isBusy);
  m_giveBack->setEnabled(!isBusy);
}

}  // namespace ow::ui
