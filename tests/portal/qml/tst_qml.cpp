// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include <QFont>
#include <QGuiApplication>
#include <QIcon>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QStyleHints>
#include <QTemporaryDir>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(Waymark_ClientPlugin)
Q_IMPORT_QML_PLUGIN(Waymark_PlayerPlugin)
Q_IMPORT_QML_PLUGIN(Waymark_PortalPlugin)
Q_IMPORT_QML_PLUGIN(Waymark_StylePlugin)

using namespace Qt::StringLiterals;

#if defined(__SANITIZE_ADDRESS__)
/// Qt Quick leaks a texture of the last window.
extern "C" const char *__asan_default_options() { return "detect_leaks=0"; }
#endif

/// Runs the tst_*.qml files of this folder with the portal's modules, style, font, and icons. Pixels come from the
/// software renderer, because those of a graphics card differ.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        QQuickStyle::setStyle(u"Waymark.Style"_s);
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        // The offscreen platform does not tell where icons are.
        QIcon::setThemeSearchPaths(QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"icons"_s,
                                                             QStandardPaths::LocateDirectory));
        QIcon::setThemeName(u"breeze"_s);
        QGuiApplication::styleHints()->setUseHoverEffects(true); // nor does it have any
        QFont font = QGuiApplication::font();
        font.setFamilies({u"Noto Sans"_s, u"Noto Sans CJK SC"_s});
        font.setHintingPreference(QFont::PreferNoHinting); // which depends on the settings of the machine
        QGuiApplication::setFont(font);
    }

    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(u":/qt/qml"_s);
        engine->rootContext()->setContextProperty(u"pictures"_s, &m_pictures);
        engine->rootContext()->setContextProperty(u"pictureFolder"_s,
                                                  QStringLiteral(QUICK_TEST_SOURCE_DIR "/pictures"));
        engine->rootContext()->setContextProperty(u"scratchFolder"_s, m_scratch.path());
    }

private:
    Pictures m_pictures;
    QTemporaryDir m_scratch;
};

QUICK_TEST_MAIN_WITH_SETUP(portal, Setup)
#include "tst_qml.moc"
