// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/draw_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

#include "base/time_text.h"
#include "cases/one_line.h"
#include "domain/questionnaire.h"
#include "intake/core_text.h"
#include "intake/service_picker.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/field_row.h"
#include "kit/flow_layout.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/figure_words.h"
#include "surveys/due_day.h"
#include "surveys/kept_fields.h"
#include "surveys/survey_panel.h"
#include "surveys/survey_words.h"

namespace ow::ui {

using domain::SurveyChannel;

namespace {

using namespace std::chrono_literals;
constexpr auto kCountPause = 250ms;
constexpr int kUsualSize = 400;
constexpr int kAnyChannel = -1;
constexpr int kShortestChoice = 12;  // letters
const QString kNewRound = QStringLiteral("new");

// The month before this one: whoever was served in it can be asked about it.
std::pair<base::Date, base::Date> lastMonth(base::Date today) {
  const auto month = std::chrono::year_month(today.year(), today.month()) - std::chrono::months(1);
  return {month / std::chrono::day(1), base::Date(std::chrono::sys_days(month / std::chrono::last))};
}

QString isoDay(base::Date day) {
  return QString::fromStdString(base::isoText(day));
}

}  // namespace

DrawSheet::DrawSheet(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : QWidget(parent),
      m_bridge(bridge),
      m_navigator(navigator),
      m_name(new QLineEdit(this)),
      m_form(new QComboBox(this)),
      m_service(new ServicePicker(bridge, QStringLiteral("drawService"), tr("Cases of this service"), this)),
      m_cameBy(new QComboBox(this)),
      m_from(new QLineEdit(this)),
      m_until(new QLineEdit(this)),
      m_size(new QSpinBox(this)),
      m_closes(new QLineEdit(this)),
      m_frame(new QLabel(this)),
      m_say(new QLabel(this)),
      m_keptAt(new QLabel(this)),
      m_cancel(new QPushButton(tr("Not now"), this)),
      m_open(new QPushButton(tr("Draw and open the round"), this)),
      m_kept(new KeptFields(bridge, QStringLiteral("survey_draw"), [this] { return typed(); }, this)) {
  setObjectName(QStringLiteral("surveyDraw"));
  makeFields();
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(scrollOver(arrange(), this));
  m_pause.setSingleShot(true);
  m_pause.setInterval(kCountPause);
  fillForms();
  empty();
  connectParts();
}

DrawSheet::~DrawSheet() {
  flush();
}

void DrawSheet::makeFields() {
  m_name->setObjectName(QStringLiteral("drawName"));
  m_form->setObjectName(QStringLiteral("drawForm"));
  m_cameBy->setObjectName(QStringLiteral("drawCameBy"));
  for (QComboBox* box : {m_form, m_cameBy}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kShortestChoice);
  }
  m_cameBy->addItem(tr("any", "channel"), kAnyChannel);
  for (std::size_t i = 0; i < base::kCodes<domain::Channel>.size(); ++i)
    m_cameBy->addItem(words::of(static_cast<domain::Channel>(i)), static_cast<int>(i));
  m_from->setObjectName(QStringLiteral("drawFrom"));
  m_until->setObjectName(QStringLiteral("drawUntil"));
  m_closes->setObjectName(QStringLiteral("drawCloses"));
  for (QLineEdit* day : {m_from, m_until, m_closes}) day->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_closes->setPlaceholderText(tr("none", "last day of a round"));
  m_size->setObjectName(QStringLiteral("drawSize"));
  m_size->setRange(1, domain::kMostDrawn);
  m_service->edit()->setPlaceholderText(tr("all services"));
  for (const SurveyChannel channel : {SurveyChannel::phone, SurveyChannel::paper, SurveyChannel::token}) {
    auto* box = new QCheckBox(words::of(channel), this);
    box->setObjectName(QStringLiteral("drawBy_") + QString::fromLatin1(base::code(channel).data()));
    box->setAccessibleName(tr("Answers are taken by: %1").arg(words::of(channel)));
    m_channels[channel] = box;
  }
  m_frame->setObjectName(QStringLiteral("drawFrame"));
  m_say->setObjectName(QStringLiteral("drawSay"));
  for (QLabel* label : {m_frame, m_say, m_keptAt}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  QFont strong = ui::font(TextRole::body);
  strong.setWeight(QFont::DemiBold);
  m_frame->setFont(strong);
  setLook(m_say, Look::warning);
  setLook(m_keptAt, Look::quiet);
  m_cancel->setObjectName(QStringLiteral("drawCancel"));
  m_cancel->setAccessibleName(m_cancel->text());
  m_open->setObjectName(QStringLiteral("drawOpen"));
  m_open->setAccessibleName(m_open->text());
  setLook(m_open, Look::primary);
}

QWidget* DrawSheet::arrange() {
  auto* card = new Card(tr("A new round"), this);
  QVBoxLayout* column = card->body();
  const auto add = [&](const QString& label, QWidget* field) {
    column->addWidget(new FieldRow(label, field, card, FieldRow::Line::whenNeeded));
  };
  add(tr("&Name (needed)"), m_name);
  add(tr("&Questionnaire"), m_form);
  auto* whom = new QLabel(tr("Asked are persons whose case ended"), card);
  setLook(whom, Look::quiet);
  column->addWidget(whom);
  auto* days = new FlowLayout(px(Space::medium), px(Space::hair));
  days->addWidget(new FieldRow(tr("&from (both days count)"), m_from, card, FieldRow::Line::whenNeeded));
  days->addWidget(new FieldRow(tr("&until"), m_until, card, FieldRow::Line::whenNeeded));
  days->addWidget(new FieldRow(tr("came in &by"), m_cameBy, card, FieldRow::Line::whenNeeded));
  column->addLayout(days);
  add(tr("of the &service"), m_service);
  auto* last = new FlowLayout(px(Space::medium), px(Space::hair));
  last->addWidget(new FieldRow(tr("How &many are drawn"), m_size, card, FieldRow::Line::whenNeeded));
  last->addWidget(new FieldRow(tr("&Last day for answers"), m_closes, card, FieldRow::Line::whenNeeded));
  column->addLayout(last);
  auto* by = new QLabel(tr("Answers are taken by"), card);
  setLook(by, Look::quiet);
  column->addWidget(by);
  auto* boxes = new FlowLayout(px(Space::large), px(Space::hair));
  for (const auto& [channel, box] : m_channels) boxes->addWidget(box);
  column->addLayout(boxes);
  column->addWidget(m_frame);
  column->addWidget(m_say);
  auto* row = new QHBoxLayout;
  row->addWidget(m_keptAt, 1);
  row->addWidget(m_cancel);
  row->addWidget(m_open);
  column->addLayout(row);
  column->addStretch(1);
  return card;
}

void DrawSheet::connectParts() {
  for (QLineEdit* line : {m_name, m_closes}) connect(line, &QLineEdit::textChanged, this, &DrawSheet::touched);
  for (QLineEdit* line : {m_from, m_until}) connect(line, &QLineEdit::textChanged, this, &DrawSheet::frameTouched);
  connect(m_form, &QComboBox::currentIndexChanged, this, &DrawSheet::touched);
  connect(m_cameBy, &QComboBox::currentIndexChanged, this, &DrawSheet::frameTouched);
  connect(m_size, &QSpinBox::valueChanged, this, &DrawSheet::frameTouched);
  connect(m_service, &Picker::changed, this, &DrawSheet::frameTouched);
  connect(m_service, &Picker::chosen, this, [this] { m_size->setFocus(Qt::OtherFocusReason); });
  connect(m_service, &Picker::enterPassed, this, [this] { m_size->setFocus(Qt::OtherFocusReason); });
  for (const auto& [channel, box] : m_channels) connect(box, &QCheckBox::toggled, this, &DrawSheet::touched);
  connect(&m_pause, &QTimer::timeout, this, &DrawSheet::draw);
  connect(m_cancel, &QPushButton::clicked, this, &DrawSheet::left);
  connect(m_open, &QPushButton::clicked, this, &DrawSheet::confirm);
  connect(m_kept, &KeptFields::failed, m_keptAt, &QLabel::setText);
  connect(m_kept, &KeptFields::restored, this, &DrawSheet::setTyped);
  connect(m_kept, &KeptFields::kept, this, [this](base::Instant at) {
    m_keptAt->setText(tr("Kept as a draft at %1").arg(words::timeWithSeconds(at, m_bridge.desk().zone())));
  });
}

void DrawSheet::fillForms() {
  const auto catalogue = domain::QuestionnaireCatalogue::bundled(m_bridge.desk().place().jurisdiction);
  if (!catalogue) return m_say->setText(words::surveySentence(catalogue.error()));
  for (const domain::Questionnaire& form : catalogue.value().questionnaires) {
    const QString id = QString::fromStdString(form.id);
    const int known = m_form->findData(id);
    if (known >= 0) m_form->removeItem(known);  // of an id the newest stands last
    m_form->addItem(words::nameOf(form), id);
  }
}

void DrawSheet::empty() {
  m_isFilling = true;
  const auto [first, last] = lastMonth(m_bridge.desk().zone().dateOf(m_bridge.desk().clock().now()));
  m_name->clear();
  m_form->setCurrentIndex(0);
  m_service->edit()->clear();
  m_cameBy->setCurrentIndex(0);
  m_from->setText(isoDay(first));
  m_until->setText(isoDay(last));
  m_size->setValue(kUsualSize);
  m_closes->clear();
  for (const auto& [channel, box] : m_channels) box->setChecked(channel == SurveyChannel::phone);
  m_keptAt->clear();
  m_isFilling = false;
}

QJsonObject DrawSheet::typed() const {
  QJsonObject typed{{QStringLiteral("name"), m_name->text()},
                    {QStringLiteral("form"), m_form->currentData().toString()},
                    {QStringLiteral("from"), m_from->text()},
                    {QStringLiteral("until"), m_until->text()},
                    {QStringLiteral("closes"), m_closes->text()},
                    {QStringLiteral("size"), m_size->value()},
                    {QStringLiteral("came_by"), m_cameBy->currentData().toInt()}};
  if (const auto& service = m_service->service()) {
    typed.insert(QStringLiteral("service"), fromCore(service->name));
    typed.insert(QStringLiteral("service_code"), fromCore(service->code));
  }
  for (const auto& [channel, box] : m_channels) typed.insert(QString::fromLatin1(base::code(channel).data()), box->isChecked());
  return typed;
}

void DrawSheet::setTyped(const QJsonObject& typed) {
  m_isFilling = true;
  const auto text = [&](const char* name) { return typed.value(QLatin1String(name)).toString(); };
  m_name->setText(text("name"));
  m_form->setCurrentIndex(std::max(0, m_form->findData(text("form"))));
  m_from->setText(text("from"));
  m_until->setText(text("until"));
  m_closes->setText(text("closes"));
  m_size->setValue(typed.value(QStringLiteral("size")).toInt(kUsualSize));
  m_cameBy->setCurrentIndex(std::max(0, m_cameBy->findData(typed.value(QStringLiteral("came_by")).toInt())));
  if (!text("service").isEmpty()) {
    desk::ServiceChoice service;
    service.name = toCore(text("service"));
    service.code = toCore(text("service_code"));
    m_service->setService(service);
  }
  for (const auto& [channel, box] : m_channels)
    box->setChecked(typed.value(QString::fromLatin1(base::code(channel).data())).toBool());
  m_isFilling = false;
  draw();
}

void DrawSheet::start() {
  m_kept->setSubject(kNewRound);
  if (!m_sample) draw();
}

void DrawSheet::takeFocus() {
  m_name->setFocus(Qt::OtherFocusReason);
}

bool DrawSheet::hasText() const {
  return !m_name->text().trimmed().isEmpty();
}

void DrawSheet::flush() {
  m_kept->flush();
}

void DrawSheet::touched() {
  if (m_isFilling) return;
  m_kept->touched();
  m_say->clear();
  showState();
}

// Other persons fit now, and only a sample of what stands here is opened.
void DrawSheet::frameTouched() {
  if (m_isFilling) return;
  m_sample.reset();
  ++m_ticket;
  m_frame->setText(tr("Counting …"));
  m_pause.start();
  touched();
}

std::optional<desk::SurveyFrame> DrawSheet::frame() const {
  desk::SurveyFrame frame;
  const base::TimeZone& zone = m_bridge.desk().zone();
  const TypedDay from = dueDay(m_from->text(), zone), until = dueDay(m_until->text(), zone);
  if (!from.isUnderstood || !until.isUnderstood) return std::nullopt;
  frame.endedFrom = from.day;
  frame.endedUntil = until.day;
  if (const auto& service = m_service->service()) frame.service = service->code.empty() ? service->name : service->code;
  if (const int channel = m_cameBy->currentData().toInt(); channel != kAnyChannel)
    frame.channel = static_cast<domain::Channel>(channel);
  return frame;
}

std::vector<SurveyChannel> DrawSheet::channels() const {
  std::vector<SurveyChannel> chosen;
  for (const auto& [channel, box] : m_channels)
    if (box->isChecked()) chosen.push_back(channel);
  return chosen;
}

void DrawSheet::draw() {
  m_pause.stop();
  m_sample.reset();
  const auto wanted = frame();
  ++m_ticket;
  if (!wanted) {
    m_frame->setText(tr("A day is none of the calendar."));
    return showState();
  }
  m_frame->setText(tr("Counting …"));
  showState();
  m_bridge.run(
      Lane::count, this,
      [frame = *wanted, size = m_size->value()](desk::Desk& desk) { return desk::drawSurvey(desk, frame, size); },
      [this, ticket = m_ticket](const base::Result<desk::SurveySample>& sample) {
        if (ticket == m_ticket) receive(sample);
      });
}

void DrawSheet::receive(const base::Result<desk::SurveySample>& sample) {
  if (!sample) {
    m_frame->setText(words::surveySentence(sample.error()));
    return showState();
  }
  m_sample = sample.value();
  m_frame->setText(
      m_sample->count == 0
          ? tr("Nobody fits.")
          : tr("%1 persons fit; %2 of them are drawn.").arg(words::count(m_sample->frameSize), words::count(m_sample->count)));
  showState();
}

QString DrawSheet::missing() const {
  if (m_name->text().trimmed().isEmpty()) return tr("Give the round a name.");
  const bool isOfService = m_service->edit()->text().trimmed().isEmpty() || m_service->service();
  if (!isOfService) return tr("Choose the service from the list, or leave the line empty.");
  if (channels().empty()) return tr("Say how answers are taken.");
  if (!dueDay(m_closes->text(), m_bridge.desk().zone()).isUnderstood) return tr("The last day is none of the calendar.");
  if (!m_sample) return tr("Those who fit are still being counted.");
  return m_sample->count == 0 ? tr("Nobody fits.") : QString();
}

void DrawSheet::showState() {
  const QString why = missing();
  m_open->setEnabled(why.isEmpty() && !m_isOpening);
  m_open->setToolTip(why.isEmpty() ? tr("Ctrl+Return") : why);
  m_open->setAccessibleDescription(why);
}

void DrawSheet::confirm() {
  const QString why = missing();
  if (m_isOpening) return;
  if (!why.isEmpty()) return m_say->setText(why);
  desk::NewSurvey survey;
  survey.name = toCore(m_name->text().trimmed());
  survey.questionnaire = m_form->currentData().toString().toStdString();
  survey.channels = channels();
  survey.closesOn = dueDay(m_closes->text(), m_bridge.desk().zone()).day;
  m_isOpening = true;
  showState();
  m_kept->flush();
  m_bridge.run(
      Lane::write, this,
      [survey, sample = *m_sample, draft = m_kept->stored()](desk::Desk& desk) {
        auto done = desk::openSurvey(desk, survey, sample);
        if (done) KeptFields::discard(desk, draft);
        return done;
      },
      [this](const base::Result<domain::SurveyRoundId>& done) { finish(done); });
}

void DrawSheet::finish(const base::Result<domain::SurveyRoundId>& done) {
  m_isOpening = false;
  showState();
  if (!done) return m_say->setText(words::surveySentence(done.error()));
  m_navigator.notify(tr("The round is open: %1 are asked.").arg(words::count(m_sample->count)), Navigator::Tone::done);
  m_kept->drop();
  empty();
  m_sample.reset();
  emit opened(done.value());
}

void DrawSheet::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape) {
    flush();
    return emit left();
  }
  if (!isReturn) return QWidget::keyPressEvent(event);
  if (event->modifiers().testFlag(Qt::ControlModifier) || m_open->hasFocus()) return confirm();
  if (m_cancel->hasFocus()) return m_cancel->click();
  if (QWidget* at = focusWidget()) goOn(at);
}

}  // namespace ow::ui
