// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;

namespace ow::ui {

class ChoiceRow;

// What can be chosen about a party, the same wherever it is asked.
void addSexes(ChoiceRow* row);
void addPreferredChannels(QComboBox* box);  // data: the channel as int, -1 no preference
void addLanguages(QComboBox* box);          // data: BCP 47 tag, empty no preference

// A language written in itself, so that the citizen can point at it.
QString languageName(const QString& tag);

}  // namespace ow::ui
