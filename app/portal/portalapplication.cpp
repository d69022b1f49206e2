// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/portalapplication.h"

#include "app/portal/embeddedport.h"
#include "app/portal/farewell.h"
#include "server/server.h"

#include <QDir>
#include <QFont>
#include <QGuiApplication>
#include <QIcon>
#include <QLoggingCategory>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSettings>
#include <QtQml/qqmlextensionplugin.h>

extern "C" {
#include <libavutil/log.h>
}

Q_IMPORT_QML_PLUGIN(Waymark_ClientPlugin)
Q_IMPORT_QML_PLUGIN(Waymark_PlayerPlugin)
Q_IMPORT_QML_PLUGIN(Waymark_PortalPlugin)
Q_IMPORT_QML_PLUGIN(Waymark_StylePlugin)

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(portalLog, "waymark.portal")

/// Selects the FFmpeg backend of Qt Multimedia, and reduces its messages. GStreamer, the default backend of Qt 6.4,
/// waits with the first picture of a live stream for as long as its timestamp says, which may be hours.
void setUpMedia()
{
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    av_log_set_level(AV_LOG_QUIET); // FFmpeg's messages contain signed URLs
    // Turns off messages about codecs, and about color profiles of the user's pictures.
    QLoggingCategory::setFilterRules(u"default.debug=false\nqt.gui.imageio.info=false"_s);
}

/// Selects the fonts that the style is made for. One font has the Chinese characters in their Chinese form.
void useFonts()
{
    QFont font = QGuiApplication::font();
    font.setFamilies({u"Noto Sans"_s, u"Noto Sans Arabic"_s, u"Noto Sans CJK SC"_s});
    QGuiApplication::setFont(font);
}
}

PortalApplication::PortalApplication(const PortalArguments &arguments, QObject *parent)
    : QObject(parent)
    , m_arguments(arguments)
{
    useFonts();
}

PortalApplication::~PortalApplication() = default;

void PortalApplication::setUp()
{
    QCoreApplication::setApplicationName(u"waymark"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYMARK_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Waymark"_s);
    QGuiApplication::setDesktopFileName(u"waymark"_s);
    QQuickStyle::setStyle(u"Waymark.Style"_s);
    setUpMedia();
}

bool PortalApplication::start()
{
    QDir().mkpath(m_arguments.dataDir);
    return (!m_arguments.server.isEmpty() || startServer()) && openWindow();
}

bool PortalApplication::startServer()
{
    Config config = m_arguments.embedded;
    config.dataDir = m_arguments.dataDir;
    QSettings settings(m_arguments.dataDir + u"/portal.ini"_s, QSettings::IniFormat);
    EmbeddedPort port(settings);
    if (config.port == 0)
        config.port = port.choose(config.address);
    // Prevents DNS rebinding: web pages whose host name leads to 127.0.0.1 must not reach the server.
    config.checkHost = true;
    // The embedded server serves this desktop only, whose cameras are on the local network.
    config.cameras.allowPrivateSources = true;
    try {
        m_server = std::make_unique<Server>(config, Server::Host::Portal);
        m_server->start();
    } catch (const std::exception &error) {
        qCCritical(portalLog) << "Cannot start the server:" << error.what();
        return false;
    }
    return true;
}

bool PortalApplication::openWindow()
{
    m_accounts = std::make_unique<KnownAccounts>(m_arguments.dataDir, m_server ? m_server->url() : m_arguments.server,
                                                 m_server ? KnownAccounts::Start::Last : KnownAccounts::Start::Own);
    m_watches = std::make_unique<AccountWatches>(
        *m_accounts, [this](const KnownAccounts::Account &account) { return optionsOf(account); });
    connect(m_accounts.get(), &KnownAccounts::chosen, this, &PortalApplication::change, Qt::QueuedConnection);
    connect(m_accounts.get(), &KnownAccounts::forgotten, this,
            [this](const KnownAccounts::Account &account) { new Farewell(optionsOf(account), this); });
    makePortal();
    m_desktop = std::make_unique<Desktop>(m_arguments.dataDir);
    connect(m_accounts.get(), &KnownAccounts::unreadElsewhereChanged, m_desktop.get(),
            [this] { m_desktop->setUnreadElsewhere(m_accounts->unreadElsewhere()); });
    m_desktop->openLink(m_arguments.link);
    if (!load(u"Main.qml"_s,
              {{u"portal"_s, QVariant::fromValue(m_portal.get())},
               {u"desktop"_s, QVariant::fromValue(m_desktop.get())},
               {u"known"_s, QVariant::fromValue(m_accounts.get())}}))
        return false;
    m_engine->setUiLanguage(m_portal->language());
    m_watches->follow();
    return true;
}

Portal::Options PortalApplication::optionsOf(const KnownAccounts::Account &account) const
{
    Portal::Options options{.server = m_accounts->serverOf(account),
                            .dataDir = m_arguments.dataDir,
                            .outboxDir = {},
                            .demoCamera = {},
                            .account = account.id,
                            .tokens = m_arguments.tokens};
    if (!account.server.isEmpty())
        return options;
    Config config = m_arguments.embedded;
    config.dataDir = m_arguments.dataDir;
    if (m_server && config.mail.smtp.isEmpty())
        options.outboxDir = config.withFolders().mail.outbox;
    options.demoCamera = m_arguments.demoCamera;
    return options;
}

void PortalApplication::makePortal()
{
    m_portal = std::make_unique<Portal>(optionsOf(m_accounts->current()));
    connect(m_portal->session(), &PortalSession::userChanged, this, [this] {
        const QString email = m_portal->session()->email();
        const QString user = email.isEmpty() ? m_portal->session()->userName() : email;
        if (!user.isEmpty())
            m_accounts->keep(user);
    });
    // Texts without a translation, such as times, follow Qt.uiLanguage.
    connect(m_portal.get(), &Portal::languageChanged, this, [this] {
        m_engine->setUiLanguage(m_portal->language());
        m_engine->retranslate();
    });
}

/// Shows another account. Its pages begin once those of the account before are gone.
void PortalApplication::change()
{
    if (window()->property("changing").toBool())
        return; // what begins soon is the portal of the account that is the current one then
    window()->setProperty("changing", true);
    const auto begin = [this] {
        auto before = std::move(m_portal);
        makePortal();
        window()->setProperty("portal", QVariant::fromValue(m_portal.get()));
        window()->setProperty("changing", false);
        before.reset();
        m_watches->follow(); // the account before as well
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection); // after the pages' own events of deletion
}

bool PortalApplication::showGallery()
{
    QIcon::setThemeName(u"breeze"_s);
    return load(u"GalleryWindow.qml"_s, {});
}

bool PortalApplication::load(const QString &file, const QVariantMap &properties)
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(u":/qt/qml"_s);
    m_engine->setInitialProperties(properties);
    m_engine->load(QUrl(u"qrc:/qt/qml/Waymark/Portal/"_s + file));
    if (!window())
        qCCritical(portalLog) << "Cannot create the window";
    return window();
}

QQuickWindow *PortalApplication::window() const
{
    return m_engine ? qobject_cast<QQuickWindow *>(m_engine->rootObjects().value(0)) : nullptr;
}

void PortalApplication::raise(const QString &link)
{
    if (!link.isEmpty())
        m_desktop->openLink(link);
    window()->show();
    window()->raise();
    window()->requestActivate();
}
