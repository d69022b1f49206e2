// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

class QQuickItem;
class QQuickWindow;
class QRegularExpression;

/// What a page looks like to a reader.
namespace PageLayout {
/// Returns whether all cards of the grids below the item have room for their contents.
bool hasRoom(const QQuickItem *item);
/// Returns where the rightmost text, picture, or control below the item ends, in the scene.
double rightmost(const QQuickItem *item);
/// Returns the texts that are elided, or larger than their place. `data` matches texts that come from users, which may
/// be elided.
QStringList cutTexts(const QQuickWindow &window, const QRegularExpression &data);
/// Returns the texts without a translation, while the pseudo-language is on. `data` matches words that are not
/// translated.
QStringList untranslatedTexts(const QQuickWindow &window, const QRegularExpression &data);
}

/// Translates each text of the portal to the pseudo-language for as long as it exists: accented, longer by 40 %, and in
/// brackets, such as `[Sávé~~]`. A text that is cut there has no room for a translation, and a text without brackets
/// cannot be translated.
class PseudoLanguage : private QTranslator
{
public:
    explicit PseudoLanguage(const QQuickWindow &window);
    ~PseudoLanguage() override;
    Q_DISABLE_COPY_MOVE(PseudoLanguage)

private:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;

    const QQuickWindow &m_window;
};
