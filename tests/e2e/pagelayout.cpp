// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/pagelayout.h"

#include <QCoreApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
bool isText(const QQuickItem *item) { return item->inherits("QQuickText") || item->inherits("QQuickTextInput"); }

/// Calls `visit` for each visible text of the items below.
template <typename Visit>
void eachText(const QQuickItem *item, Visit visit)
{
    if (!item->isVisible() || item->opacity() == 0)
        return;
    if (isText(item) && !item->property("text").toString().isEmpty())
        visit(item);
    for (const auto *child : item->childItems())
        eachText(child, visit);
}

bool isCut(const QQuickItem *text, const QQuickWindow &window)
{
    // What a field holds may be longer than the field.
    if (text->inherits("QQuickTextInput") && text->isEnabled())
        return false;
    constexpr double rounding = 1;
    const double inner =
        text->width() - text->property("leftPadding").toDouble() - text->property("rightPadding").toDouble();
    const double start = text->mapToScene(QPointF()).x();
    return text->property("truncated").toBool() || text->property("contentWidth").toDouble() > inner + rounding
        || text->property("contentHeight").toDouble() > text->height() + rounding || start < -rounding
        || start + text->width() > window.width() + rounding;
}

/// Returns the text without the parts in brackets. A text may be split between brackets.
QString outsideOfBrackets(QString text)
{
    static const QRegularExpression inner(u"\\[[^\\[\\]]*\\]"_s);
    static const QRegularExpression halves(u"\\[.*$|^.*\\]"_s, QRegularExpression::DotMatchesEverythingOption);
    while (text.contains(inner))
        text.remove(inner);
    return text.remove(halves);
}
}

bool PageLayout::hasRoom(const QQuickItem *item)
{
    const bool isGrid = QByteArray(item->metaObject()->className()).startsWith("CardGrid");
    const auto *content = isGrid ? qvariant_cast<QQuickItem *>(item->property("contentItem")) : nullptr;
    const auto children = content ? content->childItems() : item->childItems();
    return std::all_of(children.begin(), children.end(), [isGrid](const QQuickItem *child) {
        return isGrid ? child->height() >= std::floor(child->implicitHeight()) : hasRoom(child);
    });
}

double PageLayout::rightmost(const QQuickItem *item)
{
    if (!item->isVisible() || item->opacity() == 0)
        return 0;
    double most = item->inherits("QQuickText") || item->inherits("QQuickAbstractButton")
            || item->inherits("QQuickImage") || item->inherits("QQuickTextField")
        ? item->mapToScene(QPointF(item->width(), 0)).x()
        : 0;
    for (const auto *child : item->childItems())
        most = std::max(most, rightmost(child));
    return most;
}

QStringList PageLayout::cutTexts(const QQuickWindow &window, const QRegularExpression &data)
{
    QStringList cut;
    eachText(window.contentItem(), [&](const QQuickItem *item) {
        const QString text = item->property("text").toString();
        if (isCut(item, window) && !text.contains(data))
            cut += u"%1 (%2 of %3 x %4)"_s.arg(text)
                       .arg(std::ceil(item->property("contentWidth").toDouble()))
                       .arg(item->width())
                       .arg(item->height());
    });
    return cut;
}

QStringList PageLayout::untranslatedTexts(const QQuickWindow &window, const QRegularExpression &data)
{
    static const QRegularExpression word(u"\\p{L}{3,}"_s);
    QStringList found;
    eachText(window.contentItem(), [&](const QQuickItem *item) {
        QString rest = outsideOfBrackets(item->property("text").toString());
        if (rest.remove(data).contains(word))
            found += rest;
    });
    return found;
}

PseudoLanguage::PseudoLanguage(const QQuickWindow &window)
    : m_window(window)
{
    QCoreApplication::installTranslator(this);
    qmlEngine(&m_window)->retranslate();
}

PseudoLanguage::~PseudoLanguage()
{
    QCoreApplication::removeTranslator(this);
    qmlEngine(&m_window)->retranslate();
}

QString PseudoLanguage::translate(const char * /*context*/, const char *source, const char * /*disambiguation*/,
                                  int /*n*/) const
{
    static const QString plain = u"AEIOUaeiou"_s;
    static const QString accented = u"ÁÉÍÓÚáéíóú"_s;
    QString text = QString::fromUtf8(source);
    const qsizetype more = std::max<qsizetype>(1, text.size() * 2 / 5);
    for (QChar &c : text) {
        if (const qsizetype at = plain.indexOf(c); at >= 0)
            c = accented[at];
    }
    for (qsizetype i = 0; i < more; ++i)
        text += i % 6 == 5 ? u' ' : u'~';
    return u'[' + text + u']';
}
