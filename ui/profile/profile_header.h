// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "desk/profile.h"
#include "kit/card.h"

class QLabel;
class QPushButton;

namespace ow::ui {

class FlowLayout;
class RevealField;

// Who it is: name, kind, age and sex, masked numbers and ways to reach them, what they wish, what the next clerk must know,
// counts.
class ProfileHeader : public Card {
  Q_OBJECT
 public:
  // Whether there is a citizen's screen that could show what stands here.
  enum class Mirror { none, offered };
  ProfileHeader(Mirror mirror, QWidget* parent);

  void setProfile(const desk::Profile& profile);
  const QList<RevealField*>& fields() const { return m_fields; }

 signals:
  void revealAsked(ow::ui::RevealField* field);
  void newContactAsked();
  void newCaseAsked();
  void correctAsked();
  void checkAsked();

 private:
  void clear();
  void addField(const desk::MaskedField& field, const QString& caption, const QFont& font);
  void addFact(const QString& caption, const QString& value, const QString& name);

  FlowLayout *m_names, *m_facts;
  QFrame* m_banner;
  QLabel* m_note;
  QList<RevealField*> m_fields;
};

// The word over a masked value: the paper, the kind of number.
QString captionOf(const desk::MaskedField& field);

}  // namespace ow::ui
