// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/portal.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>
#include <QMetaEnum>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace {
/// The portal's app id, which every server knows. The portal is a public client without a key.
QString portalAppId() { return u"app_00000000000000000000000001"_s; }

/// Returns a name for what is kept of the current account.
QString named(const QString &name, const QString &account) { return account.isEmpty() ? name : name + u'-' + account; }

QString systemLanguage(const QStringList &known)
{
    for (const auto &wanted : QLocale::system().uiLanguages()) {
        const QString name = QLocale(wanted).name();
        for (const auto &language : known) {
            if (name == language || name.section(u'_', 0, 0) == language)
                return language;
        }
    }
    return known.first();
}
}

QString Portal::Options::tokenKey() const
{
    const QByteArray hashed = (dataDir + u'\n' + server.host()).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(hashed, QCryptographicHash::Sha256).toHex().first(16);
    return named(u"session-"_s + QString::fromLatin1(hash), account);
}

QString Portal::Options::tokenFile() const { return named(dataDir + u"/session"_s, account); }

AppCredential Portal::app() { return {portalAppId(), {}}; }

Portal::Portal(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_settings(options.dataDir + u"/portal.ini"_s, QSettings::IniFormat)
    , m_client(options.server, app())
    , m_tokens(options.tokenKey(), options.tokenFile(), options.tokens)
    , m_session(m_client, m_tokens)
    , m_events(m_client)
    , m_portalSession(std::make_unique<PortalSession>(m_client, m_session, m_events, m_settings,
                                                      named(u"last_email"_s, options.account)))
{
    const auto scheme = m_settings.value("color_scheme").toString().toLatin1();
    bool known = false;
    const int value = QMetaEnum::fromType<ColorScheme>().keyToValue(scheme.constData(), &known);
    m_darkMode = known ? ColorScheme(value) : ColorScheme::Auto;
    applyIconTheme();
    m_reduceMotion = m_settings.value("reduce_motion", false).toBool();
    m_letterKeys = m_settings.value("letter_keys", true).toBool();

    m_language = m_settings.value("language").toString();
    if (!languages().contains(m_language))
        m_language = systemLanguage(languages());
    loadTranslation();

    connect(&m_session, &Session::stateChanged, this, &Portal::followSession);
    connect(&m_events, &EventStream::stateChanged, this, &Portal::followConnection);
    m_session.restore();
}

Portal::~Portal() { QCoreApplication::removeTranslator(&m_translator); }

void Portal::setDarkMode(ColorScheme mode)
{
    if (m_darkMode == mode)
        return;
    m_darkMode = mode;
    m_settings.setValue("color_scheme", QString::fromLatin1(QMetaEnum::fromType<ColorScheme>().valueToKey(int(mode))));
    applyIconTheme();
    Q_EMIT darkModeChanged();
}

bool Portal::dark() const
{
    if (m_darkMode != ColorScheme::Auto)
        return m_darkMode == ColorScheme::Dark;
    // Qt 6.4 cannot query the color scheme: a dark window color means a dark desktop.
    return QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5;
}

void Portal::setReduceMotion(bool reduce)
{
    if (m_reduceMotion == reduce)
        return;
    m_reduceMotion = reduce;
    m_settings.setValue("reduce_motion", reduce);
    Q_EMIT reduceMotionChanged();
}

void Portal::setLetterKeys(bool enabled)
{
    if (m_letterKeys == enabled)
        return;
    m_letterKeys = enabled;
    m_settings.setValue("letter_keys", enabled);
    Q_EMIT letterKeysChanged();
}

void Portal::applyIconTheme() const
{
    QIcon::setThemeName(dark() ? u"breeze-dark"_s : u"breeze"_s);
    QIcon::setFallbackThemeName(u"breeze"_s);
}

void Portal::setLanguage(const QString &language)
{
    if (m_language == language || !languages().contains(language))
        return;
    m_language = language;
    m_settings.setValue("language", language);
    loadTranslation();
    Q_EMIT languageChanged();
}

void Portal::copy(const QString &text) const { QGuiApplication::clipboard()->setText(text); }

QStringList Portal::languages() const { return {u"en"_s, u"de"_s, u"zh_CN"_s, u"ar"_s}; }

void Portal::loadTranslation()
{
    QCoreApplication::removeTranslator(&m_translator);
    // The system's region decides about 12 or 24 hours, if its language is this one.
    // Arabic has the digits of Europe as long as the system does not ask for others: so have codes and addresses.
    const QLocale language(m_language == u"ar" ? u"ar_AE"_s : m_language);
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.language() == language.language() && system.script() == language.script() ? system
                                                                                                         : language);
    QGuiApplication::setLayoutDirection(language.textDirection());
    // English has a translation as well, for its plural forms.
    if (m_translator.load(u":/i18n/waymark_"_s + m_language))
        QCoreApplication::installTranslator(&m_translator);
}

void Portal::followConnection()
{
    const bool connected = m_events.state() == EventStream::State::Open;
    if (connected == m_connected)
        return;
    m_connected = connected;
    m_lostAt =
        connected || m_events.state() == EventStream::State::Stopped ? QDateTime() : QDateTime::currentDateTime();
    Q_EMIT connectedChanged();
}

void Portal::followSession()
{
    if (m_session.state() == Session::State::SignedIn)
        m_events.start();
    else
        m_events.stop();
}
