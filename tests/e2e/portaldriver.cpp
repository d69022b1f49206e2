// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaldriver.h"

#include "tests/e2e/warnings.h"
#include "tests/support/testaccount.h"

#include <QDir>
#include <QPointer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QQuickItem *findIn(QQuickItem *item, const QString &name)
{
    if (!item->isVisible() || item->opacity() == 0)
        return nullptr;
    if (item->objectName() == name && item->width() > 0 && item->height() > 0)
        return item;
    auto children = item->childItems();
    std::reverse(children.begin(), children.end()); // later children are on top
    for (QQuickItem *child : std::as_const(children)) {
        if (auto *found = findIn(child, name))
            return found;
    }
    return nullptr;
}

/// Returns whether the item is on a page that slides in, which ignores the mouse.
bool isMoving(const QQuickItem *item)
{
    for (; item; item = item->parentItem()) {
        if (item->inherits("QQuickStackView") && item->property("busy").toBool())
            return true;
    }
    return false;
}

/// Clicks on an item. Returns false if something else took the press, such as a list that closes.
bool clickOn(QQuickWindow *window, QQuickItem *item, const QPoint &at)
{
    const QPointer<QQuickItem> button(item->inherits("QQuickAbstractButton") ? item : nullptr);
    QTest::mouseMove(window, at);
    QTest::mousePress(window, Qt::LeftButton, {}, at);
    const bool isPressed = !button || button->property("pressed").toBool();
    QTest::mouseRelease(window, Qt::LeftButton, {}, at);
    return isPressed;
}

/// Returns whether a page slides in.
bool isSliding(const QQuickItem *item)
{
    if (!item->isVisible())
        return false;
    if (item->inherits("QQuickStackView") && item->property("busy").toBool())
        return true;
    const auto children = item->childItems();
    return std::any_of(children.begin(), children.end(), [](const auto *child) { return isSliding(child); });
}

/// Returns whether a page still slides in, or a picture in it is still loading.
bool isSettling(const QQuickItem *item)
{
    if (!item->isVisible())
        return false;
    if (item->inherits("QQuickStackView") && item->property("busy").toBool())
        return true;
    const bool isPicture = qstrcmp(item->metaObject()->className(), "QQuickImage") == 0;
    if (isPicture && item->property("status").toInt() != 1) // Image.Ready
        return true;
    const auto children = item->childItems();
    return std::any_of(children.begin(), children.end(), [](const auto *child) { return isSettling(child); });
}

void collectTexts(const QQuickItem *item, QStringList &texts)
{
    if (!item->isVisible())
        return;
    if (item->inherits("QQuickText"))
        texts.append(item->property("text").toString());
    for (const auto *child : item->childItems())
        collectTexts(child, texts);
}

/// Adds the texts of items that would render markup.
void collectMarkup(const QQuickItem *item, QStringList &texts)
{
    if (item->inherits("QQuickText") && item->property("textFormat").toInt() != 0) // Text.PlainText
        texts.append(item->property("text").toString());
    for (const auto *child : item->childItems())
        collectMarkup(child, texts);
}

/// Adds the names of visible icons that have no picture. Without the plugin for SVG, Qt shows none and says nothing.
void collectMissingIcons(const QQuickItem *item, QStringList &icons)
{
    if (!item->isVisible())
        return;
    const QString name = item->inherits("QQuickIconImage") ? item->property("name").toString() : QString();
    if (!name.isEmpty() && item->property("status").toInt() != 1) // Image.Ready
        icons.append(name);
    for (const auto *child : item->childItems())
        collectMissingIcons(child, icons);
}
}

PortalDriver::PortalDriver(const PortalArguments &arguments)
    : m_application(arguments)
{
}

PortalDriver::PortalDriver(const QUrl &server, const QString &dataDir)
    : PortalDriver(PortalArguments{.server = server.adjusted(QUrl::RemovePath),
                                   .dataDir = dataDir,
                                   .demoCamera = {},
                                   .tokens = TokenStore::Place::File})
{
}

bool PortalDriver::start()
{
    Warnings::collect();
    if (!m_application.start())
        return false;
    QObject::connect(window(), &QQuickWindow::afterAnimating, window(), [this] { ++m_frames; });
    return true;
}

bool PortalDriver::activate()
{
    window()->requestActivate();
    return QTest::qWaitForWindowActive(window(), patience);
}

bool PortalDriver::apply(const Look &look)
{
    portal().setLanguage(look.language);
    portal().setDarkMode(look.colors);
    window()->resize(look.size);
    if (!QTest::qWaitFor([this, &look] { return window()->size() == look.size; }, patience))
        return false;
    // Layouts follow with the next frames.
    const int due = m_frames + 2;
    return QTest::qWaitFor(
        [this, due] {
            window()->update();
            return m_frames >= due;
        },
        patience);
}

bool PortalDriver::signIn(const QString &email)
{
    return click(u"signInChoice"_s) && type(u"emailField"_s, email) && type(u"passwordField"_s, TestAccount::password())
        && click(u"signInButton"_s) && waitFor(u"accountEntry"_s);
}

bool PortalDriver::waitUntilWindowIsKept()
{
    return QTest::qWaitFor([this] { return m_application.desktop().windowSize() == window()->size(); }, patience);
}

QQuickItem *PortalDriver::find(const QString &name) const
{
    return window() ? findIn(window()->contentItem(), name) : nullptr;
}

QQuickItem *PortalDriver::waitFor(const QString &name, int limit) const
{
    if (!QTest::qWaitFor([this, &name] { return find(name); }, limit)) {
        keep(u"failure-"_s + name);
        QTest::qFail(qPrintable(name + u" is not visible"_s), __FILE__, __LINE__);
        return nullptr;
    }
    return find(name);
}

bool PortalDriver::waitUntil(const QString &name, const char *property) const
{
    if (QTest::qWaitFor([&] { return this->property(name, property).toBool(); }, patience))
        return true;
    keep(u"failure-"_s + name);
    QTest::qFail(qPrintable(u"%1 does not become %2"_s.arg(name, QLatin1StringView(property))), __FILE__, __LINE__);
    return false;
}

bool PortalDriver::waitUntilGone(const QString &name) const
{
    return QTest::qWaitFor([this, &name] { return !find(name); }, patience);
}

bool PortalDriver::waitUntilStill() const
{
    return QTest::qWaitFor([this] { return !isSliding(window()->contentItem()); }, patience);
}

bool PortalDriver::click(const QString &name)
{
    if (!waitFor(name))
        return false;
    // Waits until the item is enabled and stays in place. Layouts and animations advance with the frames, and a busy
    // machine draws few: an unchanged position counts only after two more frames.
    QPoint at(-1, -1);
    int due = m_frames + 2;
    const bool ready = QTest::qWaitFor(
        [this, &name, &at, &due] {
            auto *item = find(name);
            if (!item || !item->isEnabled() || isMoving(item))
                return false;
            scrollTo(item);
            window()->update();
            if (m_frames < due)
                return false;
            due = m_frames + 2;
            const QPoint before = std::exchange(at, middleOf(item));
            return before == at && QRect(QPoint(), window()->size()).contains(at);
        },
        patience);
    if (!ready) {
        keep(u"failure-"_s + name);
        QTest::qFail(qPrintable(name + u" cannot be clicked"_s), __FILE__, __LINE__);
        return false;
    }
    // A user whose click has no effect clicks again.
    for (int clicks = 0; clicks < 3; ++clicks) {
        if (auto *item = find(name); !item || clickOn(window(), item, at))
            return true;
        qInfo("%s did not take a click", qUtf8Printable(name));
        (void)QTest::qWaitFor([this, due = m_frames + 2] { return window()->update(), m_frames >= due; }, patience);
    }
    QTest::qFail(qPrintable(name + u" takes no click"_s), __FILE__, __LINE__);
    return false;
}

bool PortalDriver::hover(const QString &name)
{
    auto *item = waitFor(name);
    if (!item)
        return false;
    scrollTo(item);
    QTest::mouseMove(window(), middleOf(item));
    return true;
}

QStringList PortalDriver::texts() const
{
    QStringList texts;
    collectTexts(window()->contentItem(), texts);
    return texts;
}

QStringList PortalDriver::markupTexts() const
{
    QStringList texts;
    if (window())
        collectMarkup(window()->contentItem(), texts);
    return texts;
}

QStringList PortalDriver::missingIcons() const
{
    QStringList icons;
    if (window())
        collectMissingIcons(window()->contentItem(), icons);
    return icons;
}

bool PortalDriver::type(const QString &name, const QString &text)
{
    if (!click(name))
        return false;
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    for (const QChar c : text)
        QTest::keyClick(window(), c.toLatin1());
    return true;
}

bool PortalDriver::pick(const QString &box, int index)
{
    if (!waitUntil(box, "enabled"))
        return false;
    QTest::mouseMove(window(), {1, 1}); // a list that opens under the pointer highlights the entry there
    find(box)->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_Down); // opens the list
    press(Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    const auto isPicked = [&] { // and closed: a click while the list is still closing would only close it
        const auto *list = property(box, "popup").value<QObject *>();
        return property(box, "currentIndex").toInt() == index && (!list || !list->property("visible").toBool());
    };
    if (QTest::qWaitFor(isPicked, patience))
        return true;
    keep(u"failure-"_s + box);
    QTest::qFail(qPrintable(u"%1 does not show entry %2"_s.arg(box).arg(index)), __FILE__, __LINE__);
    return false;
}

void PortalDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(window(), key, modifiers); }

QVariant PortalDriver::property(const QString &name, const char *property) const
{
    auto *item = find(name);
    return item ? item->property(property) : QVariant();
}

QImage PortalDriver::picture() const { return window()->grabWindow(); }

QImage PortalDriver::picture(const QString &name) const
{
    auto *item = find(name);
    if (!item)
        return {};
    const QRectF where = item->mapRectToScene(QRectF(QPointF(), item->size()));
    const qreal scale = window()->effectiveDevicePixelRatio();
    return picture().copy(QRectF(where.topLeft() * scale, where.size() * scale).toRect());
}

void PortalDriver::keep(const QString &name) const
{
    // Waits for pictures, but saves the screenshot in any case, because it may show that a picture is missing.
    (void)QTest::qWaitFor([this] { return !isSettling(window()->contentItem()); }, 3000);
    const QString folder = QStringLiteral(WAYMARK_SCREENSHOTS);
    QDir().mkpath(folder);
    picture().save(folder + u'/' + name + u".png"_s);
}

QPoint PortalDriver::middleOf(QQuickItem *item) const
{
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

void PortalDriver::scrollTo(QQuickItem *item)
{
    for (auto *parent = item->parentItem(); parent; parent = parent->parentItem()) {
        if (!parent->inherits("QQuickFlickable"))
            continue;
        const qreal middle = item->mapToItem(parent, QPointF(0, item->height() / 2)).y();
        const qreal most = std::max(0.0, parent->property("contentHeight").toReal() - parent->height());
        if (middle < 0 || middle > parent->height()) {
            const qreal wanted = parent->property("contentY").toReal() + middle - parent->height() / 2;
            parent->setProperty("contentY", std::clamp(wanted, 0.0, most));
        }
    }
}
