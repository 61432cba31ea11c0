// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_touches.h"

#include <utility>

#include "pad/pad_window.h"

namespace ow::ui {

void connectTouches(PadWindow& window, QObject* owner, const PadTouches& touches) {
  const auto show = [touches](PadView view) { touches.turn({std::move(view), {}}); };
  QObject::connect(&window, &PadWindow::languageChosen, owner,
                   [touches, show](Language language) { show(pad::spoken(*touches.view, language, touches.now())); });
  QObject::connect(&window, &PadWindow::levelTouched, owner, [touches](int level) {
    const domain::RatingCatalogue* catalogue = touches.catalogue();
    if (catalogue != nullptr) touches.turn(pad::levelChosen(*touches.view, level, *catalogue, touches.now()));
  });
  QObject::connect(&window, &PadWindow::reasonTouched, owner, [touches, show](const QString& code) {
    show(pad::reasonTouched(*touches.view, code.toStdString(), touches.now()));
  });
  QObject::connect(&window, &PadWindow::wentBack, owner, [touches, show] { show(pad::back(*touches.view, touches.now())); });
  QObject::connect(&window, &PadWindow::submitted, owner,
                   [touches] { touches.turn(pad::submitted(*touches.view, touches.now())); });
  QObject::connect(&window, &PadWindow::skipped, owner,
                   [touches] { touches.turn(pad::skipped(*touches.view, touches.now())); });
  QObject::connect(&window, &PadWindow::declined, owner,
                   [touches, show] { show(pad::declined(*touches.view, touches.language)); });
}

}  // namespace ow::ui
