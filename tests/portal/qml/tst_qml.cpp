// SPDX-License-Identifier: GPL-3.0-or-later
#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(Waymark_ClientPlugin)
Q_IMPORT_QML_PLUGIN(Waymark_PortalPlugin)
Q_IMPORT_QML_PLUGIN(Waymark_StylePlugin)

/// Runs the tst_*.qml files of this folder with the portal's modules and style.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable() { QQuickStyle::setStyle(QStringLiteral("Waymark.Style")); }
    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImportPath(QStringLiteral(":/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(portal, Setup)
#include "tst_qml.moc"
