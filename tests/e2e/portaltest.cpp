// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"

#include "tests/e2e/warnings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

bool PortalTest::openPortal(const QString &email)
{
    m_driver = std::make_unique<PortalDriver>(m_server->base(), m_dir.filePath(u"portal"_s));
    return m_driver->start() && m_driver->apply(Look()) && m_driver->signIn(email);
}

bool PortalTest::createUser(const QString &role, const QString &email)
{
    const auto created = m_server->command({u"create-user"_s, u"--role"_s, role, u"--email"_s, email},
                                           TestAccount::password().toUtf8() + '\n');
    return created.exitCode == 0;
}

bool PortalTest::follow(const QStringList &clicks) const
{
    return std::all_of(clicks.begin(), clicks.end(), [this](const QString &name) { return m_driver->click(name); });
}

void PortalTest::addLooks()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("zh_CN-light-small") << Look{u"zh_CN"_s, Portal::ColorScheme::Light, QSize(640, 480)};
    QTest::newRow("en-dark-large") << Look{u"en"_s, Portal::ColorScheme::Dark, QSize(1440, 900)};
}

void PortalTest::addLookPairs()
{
    constexpr QSize small(640, 480);
    constexpr QSize large(1440, 900);
    QTest::addColumn<Look>("look");
    QTest::newRow("en-light-640") << Look{u"en"_s, Portal::ColorScheme::Light, small};
    QTest::newRow("en-dark-1440") << Look{u"en"_s, Portal::ColorScheme::Dark, large};
    QTest::newRow("zh_CN-light-1440") << Look{u"zh_CN"_s, Portal::ColorScheme::Light, large};
    QTest::newRow("zh_CN-dark-640") << Look{u"zh_CN"_s, Portal::ColorScheme::Dark, small};
}

double PortalTest::difference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size() || a.isNull())
        return 1;
    int differing = 0;
    int samples = 0;
    for (int y = 0; y < a.height(); y += 4) {
        for (int x = 0; x < a.width(); x += 4, ++samples) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            const int distance =
                std::abs(p.red() - q.red()) + std::abs(p.green() - q.green()) + std::abs(p.blue() - q.blue());
            differing += distance > 24;
        }
    }
    return double(differing) / samples;
}

void PortalTest::keepRow(const QString &name) const
{
    m_driver->keep(name + u'-' + QString::fromLatin1(QTest::currentDataTag()));
}

void PortalTest::init()
{
    if (m_failed)
        QSKIP("An earlier step failed");
}

void PortalTest::failOnWarnings()
{
    const QStringList warnings = Warnings::take();
    if (!warnings.isEmpty())
        QTest::qFail(qPrintable(u"warnings:\n"_s + warnings.join(u'\n')), __FILE__, __LINE__);
}

void PortalTest::cleanupTestCase()
{
    m_driver.reset();
    failOnWarnings();
}

void PortalTest::cleanup()
{
    failOnWarnings();
    // A view creates its rows over several frames, and a row that is not complete has the defaults of Qt.
    if (m_driver && !QTest::qWaitFor([this] { return m_driver->markupTexts().isEmpty(); }))
        QTest::qFail(qPrintable(u"not plain text: "_s + m_driver->markupTexts().join(u", "_s)), __FILE__, __LINE__);
    if (const QStringList icons = m_driver ? m_driver->missingIcons() : QStringList(); !icons.isEmpty())
        QTest::qFail(qPrintable(u"icons without a picture: "_s + icons.join(u", "_s)), __FILE__, __LINE__);
    if (!m_failed && m_driver && QTest::currentTestFailed())
        m_driver->keep(u"failure-"_s + QString::fromLatin1(QTest::currentTestFunction()));
    m_failed = m_failed || QTest::currentTestFailed();
}
