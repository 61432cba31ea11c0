// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/slip_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "intake/core_text.h"
#include "kit/field_row.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "surveys/answer_form.h"
#include "surveys/kept_fields.h"
#include "surveys/survey_words.h"

namespace ow::ui {

namespace {

constexpr int kCodeWidth = 220;

// Whoever types a slip in has paper before them, unless the round has none.
domain::SurveyChannel slipsOf(const desk::SurveyRow& round) {
  const bool hasPaper =
      std::find(round.channels.begin(), round.channels.end(), domain::SurveyChannel::paper) != round.channels.end();
  return hasPaper ? domain::SurveyChannel::paper : domain::SurveyChannel::token;
}

}  // namespace

SlipPanel::SlipPanel(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : SurveyPanel(bridge, navigator, parent),
      m_kept(new KeptFields(
          bridge, QStringLiteral("survey_slip"),
          [this] {
            QJsonObject typed = m_form->typed();
            typed.insert(QStringLiteral("slip"), m_code->text());
            return typed;
          },
          this)) {
  setScrollingBody(makeBody());
  connectParts();
}

SlipPanel::~SlipPanel() {
  flush();
}

QWidget* SlipPanel::makeBody() {
  auto* body = new QWidget(this);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, px(Space::small), 0);
  column->setSpacing(px(Space::small));
  m_code = new QLineEdit(body);
  m_code->setObjectName(QStringLiteral("surveySlipCode"));
  m_code->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
  m_code->setMaximumWidth(scaled(kCodeWidth));
  m_codeRow = new FieldRow(tr("&Code on the slip"), m_code, body);
  m_form = new AnswerForm(QStringLiteral("surveySlip"), body);
  m_say = warningLabel(QStringLiteral("surveySlipSay"), body);
  m_save = new QPushButton(tr("Save, and the next slip (Enter)"), body);
  m_save->setObjectName(QStringLiteral("surveySlipSave"));
  m_save->setAccessibleName(tr("Save, and go to the next slip"));
  setLook(m_save, Look::primary);
  column->addWidget(m_codeRow);
  column->addWidget(m_form);
  column->addWidget(m_say);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_save);
  column->addLayout(row);
  column->addStretch(1);
  return body;
}

void SlipPanel::connectParts() {
  const auto touched = [this] {
    if (m_isFilling) return;
    m_isOpenMeant = false;
    sayIn(m_say, {});
    m_codeRow->clearMessage();
    m_kept->touched();
  };
  connect(m_code, &QLineEdit::textChanged, this, touched);
  connect(m_form, &AnswerForm::touched, this, touched);
  connect(m_form, &AnswerForm::submitted, this, &SlipPanel::save);
  connect(m_form, &AnswerForm::left, this, [this] { m_form->takeFocus(); });
  connect(m_save, &QPushButton::clicked, this, &SlipPanel::save);
  connect(m_kept, &KeptFields::failed, this, [this](const QString& sentence) { sayIn(m_say, sentence); });
  connect(m_kept, &KeptFields::restored, this, [this](const QJsonObject& typed) {
    m_isFilling = true;
    m_code->setText(typed.value(QStringLiteral("slip")).toString());
    m_form->setTyped(typed);
    m_isFilling = false;
  });
}

void SlipPanel::load(bool isOther) {
  if (round().isOver) return showEmpty(tr("This round is over: no slip is taken any more."));
  if (isOther || !isBodyShown()) read();
}

void SlipPanel::read() {
  m_kept->setSubject({});
  empty();
  showReading();
  bridge().run(
      Lane::read, this, [id = round().id](desk::Desk& desk) { return desk::questionnaireOf(desk, id); },
      [this, id = round().id](const base::Result<domain::Questionnaire>& form) {
        if (!isOf(id)) return;
        if (!form) return showEmpty(words::surveySentence(form.error()));
        m_form->setForm(form.value());
        m_kept->setSubject(QString::fromStdString(id.text()));
        showBody();
      });
}

void SlipPanel::empty() {
  m_isFilling = true;
  m_code->clear();
  m_form->clear();
  m_isFilling = false;
  m_isOpenMeant = false;
  m_codeRow->clearMessage();
  sayIn(m_say, {});
}

bool SlipPanel::isReady() {
  if (m_code->text().trimmed().isEmpty()) {
    m_codeRow->say(tr("The code of the slip is still needed."), FieldRow::Tone::failed);
    m_code->setFocus(Qt::OtherFocusReason);
    return false;
  }
  if (m_form->numbers().empty()) {
    sayIn(m_say, tr("Nothing is answered yet."));
    m_form->takeFocus();
    return false;
  }
  const int open = m_form->openQuestions();
  if (open == 0 || std::exchange(m_isOpenMeant, true)) return true;
  sayIn(m_say, tr("%n question(s) are not answered. Enter once more saves it so.", nullptr, open));
  m_form->takeFocus();
  return false;
}

void SlipPanel::save() {
  if (m_isSaving || !isBodyShown() || !isReady()) return;
  desk::GivenSurveyAnswer given;
  given.round = round().id;
  given.channel = slipsOf(round());
  given.slip = toCore(m_code->text().trimmed());
  given.answers = m_form->numbers();
  given.text = m_form->text();
  m_isSaving = true;
  m_kept->flush();
  bridge().run(
      Lane::write, this,
      [given, draft = m_kept->stored()](desk::Desk& desk) {
        auto done = desk::recordAnswer(desk, given);
        if (done) KeptFields::discard(desk, draft);
        return done;
      },
      [this, id = given.round](const base::Result<domain::SurveyAnswerId>& done) {
        m_isSaving = false;
        if (isOf(id)) finish(done);
      });
}

void SlipPanel::finish(const base::Result<domain::SurveyAnswerId>& done) {
  if (!done) {
    const QString sentence = words::surveySentence(done.error());
    const bool isOfCode = done.error().fact("field") == "slip" || done.error().kind == base::ErrorKind::duplicate;
    if (!isOfCode) return sayIn(m_say, sentence);
    m_codeRow->say(sentence, FieldRow::Tone::failed);
    m_code->setFocus(Qt::OtherFocusReason);
    return m_code->selectAll();
  }
  navigator().notify(tr("The slip is saved."), Navigator::Tone::done);
  m_kept->drop();
  empty();
  m_code->setFocus(Qt::OtherFocusReason);
}

void SlipPanel::focusBody() {
  m_code->setFocus(Qt::OtherFocusReason);
}

bool SlipPanel::accept() {
  if (!isBodyShown()) return false;
  save();
  return true;
}

bool SlipPanel::hasText() const {
  return !m_code->text().trimmed().isEmpty() || !m_form->isEmpty();
}

void SlipPanel::flush() {
  m_kept->flush();
}

void SlipPanel::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (!isReturn) return SurveyPanel::keyPressEvent(event);
  if (m_code->hasFocus() && !event->modifiers().testFlag(Qt::ControlModifier)) return m_form->takeFocus();
  save();
}

}  // namespace ow::ui
