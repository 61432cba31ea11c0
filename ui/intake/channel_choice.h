// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "domain/channel.h"

class QComboBox;

namespace ow::ui {

class ChoiceRow;

// The channel of a contact or a case: the nine that a hall meets every hour as buttons with the keys Alt+1 ... Alt+9, working
// wherever the focus is in `page`, and the rarer ones in a list behind them.
class ChannelChoice : public QWidget {
  Q_OBJECT
 public:
  // `prefix` of the object names: prefixChannel, prefixOtherChannel.
  ChannelChoice(const QString& prefix, QWidget* page);

  domain::Channel channel() const;
  void choose(domain::Channel channel);  // without a signal

 signals:
  void changed();

 private:
  ChoiceRow* m_usual;
  QComboBox* m_rarer;
};

}  // namespace ow::ui
