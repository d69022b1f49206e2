// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/support/samplepictures.h"

#include <QBuffer>
#include <QDir>
#include <QMimeData>
#include <QPainter>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {
const QString smiling = SamplePictures::smiling();
const QString frontal = SamplePictures::serious();
const QString faceless = SamplePictures::ice();

/// Returns the folder in which scripts/install-models installs the models.
QString installedModels()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return qEnvironmentVariable("WAYMARK_MODELS", data + u"/waymark/models"_s);
}

/// Returns a JPEG with an EXIF orientation. The EXIF part is inserted here, because Qt rotates the pixels instead.
QByteArray turned(const QImage &pixels, char orientation)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    pixels.save(&buffer, "JPEG", 90);
    QByteArray exif = QByteArray::fromHex("ffe10022457869660000"
                                          "4d4d002a00000008"
                                          "0001011200030000000100000000"
                                          "00000000");
    exif[29] = orientation;
    return file.insert(2, exif);
}
}

/// Analyzes the faces in pictures that are dropped on the portal.
class FacesTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isEmptyAtFirst();
    void reportsMissingModels();
    void usesModelsInstalledLater();
    void showsTheAttributesOfAFace();
    void selectsOneOfSeveralFaces();
    void framesFacesInARotatedPicture_data();
    void framesFacesInARotatedPicture();
    void showsThatThereIsNoFace();
    void rejectsInvalidFiles_data();
    void rejectsInvalidFiles();
    void looksRight_data();
    void looksRight();

private:
    void drop(const QString &file);
    bool dialogIsOpen() const;
    QWindow *dialogWindow() const;
    QImage both() const;
    QString write(const QString &name, const QByteArray &content) const;
    bool hasModels() const { return QFile::exists(installedModels() + u"/models.json"_s); }
};

void FacesTest::initTestCase()
{
    for (const QString &file : {smiling, frontal, faceless})
        QVERIFY2(QFile::exists(file), qPrintable(file + u" is missing: scripts/setup test"_s));
    m_server = std::make_unique<TestServer>(QStringList{u"--models"_s, m_dir.filePath(u"models"_s)});
    QVERIFY(openPortal(m_server->account(u"ada"_s).email()));
    STEP(click(u"appsEntry"_s));
    STEP(click(u"facesEntry"_s));
}

/// Drops a file on the page like a file manager.
void FacesTest::drop(const QString &file)
{
    QQuickItem *area = m_driver->waitFor(u"pictureDrop"_s);
    QVERIFY(area);
    const QPoint at = area->mapToScene(QPointF(area->width() / 2, area->height() / 2)).toPoint();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_driver->window(), &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_driver->window(), &move);
    QDropEvent let(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_driver->window(), &let);
    QVERIFY(let.isAccepted());
}

/// Returns whether Qt's file dialog is open, in the portal's window or in its own.
bool FacesTest::dialogIsOpen() const
{
    const auto *dialog = m_driver->window()->findChild<QObject *>(u"pictureDialog"_s);
    return dialog && dialog->property("visible").toBool();
}

/// Returns the window that shows Qt's file dialog: one of its own since Qt 6.8, and the portal's before.
QWindow *FacesTest::dialogWindow() const
{
    for (QWindow *window : QGuiApplication::topLevelWindows()) {
        if (window->isVisible() && window != m_driver->window())
            return window;
    }
    return m_driver->window();
}

QString FacesTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_dir.filePath(name));
    const bool written = file.open(QFile::WriteOnly) && file.write(content) == content.size();
    return written ? file.fileName() : QString();
}

void FacesTest::isEmptyAtFirst()
{
    STEP(waitFor(u"emptyActionButton"_s));
    QVERIFY(!m_driver->find(u"facePanel"_s));
    m_driver->keep(u"faces-empty"_s);
    STEP(click(u"emptyActionButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(dialogIsOpen(), patience);
    m_driver->keep(u"faces-dialog"_s);
    QTest::keyClick(dialogWindow(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!dialogIsOpen(), patience);
}

void FacesTest::reportsMissingModels()
{
    drop(smiling);
    STEP(waitFor(u"modelsMissingNote"_s));
    QVERIFY(!m_driver->find(u"retryButton"_s));
    m_driver->keep(u"faces-no-models"_s);
}

void FacesTest::usesModelsInstalledLater()
{
    QVERIFY2(hasModels(), "the models are not installed: scripts/install-models");
    QVERIFY(QFile::link(installedModels(), m_dir.filePath(u"models"_s)));
    STEP(click(u"modelsRetryButton"_s));
    STEP(waitFor(u"faceBox0"_s));
    STEP(waitUntilGone(u"modelsMissingNote"_s));
}

void FacesTest::showsTheAttributesOfAFace()
{
    QVERIFY2(hasModels(), "the models are not installed: scripts/install-models");
    drop(smiling);
    STEP(waitFor(u"faceBox0"_s));
    QCOMPARE(m_driver->text(u"faceSummary"_s), u"Happy"_s);
    QVERIFY(m_driver->text(u"smileFact"_s).startsWith(u"Yes"_s));
    QVERIFY(m_driver->text(u"leftEyeFact"_s).startsWith(u"Open"_s));
    QVERIFY(m_driver->text(u"rightEyeFact"_s).startsWith(u"Open"_s));
    QVERIFY(m_driver->property(u"emotionBar_happy"_s, "share").toDouble() > 0.5);
    QVERIFY(m_driver->property(u"emotionBar_sad"_s, "share").toDouble() < 0.2);
    QVERIFY(m_driver->find(u"faceLandmark"_s));
    // The face is in the upper left part of the picture and covers about a quarter of its width.
    const QQuickItem *box = m_driver->find(u"faceBox0"_s);
    const QQuickItem *ground = box->parentItem();
    const QPointF middle(box->x() + box->width() / 2, box->y() + box->height() / 2);
    QVERIFY(middle.x() > 0.3 * ground->width() && middle.x() < 0.55 * ground->width());
    QVERIFY(middle.y() > 0.1 * ground->height() && middle.y() < 0.4 * ground->height());
    QVERIFY(box->width() < 0.35 * ground->width());
    m_driver->keep(u"faces-one"_s);
}

/// Returns a picture with two faces side by side. The left face is larger.
QImage FacesTest::both() const
{
    QImage image(1024, 512, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.drawImage(QRect(0, 0, 512, 512), QImage(frontal));
    painter.drawImage(QRect(512, 0, 512, 512), QImage(smiling));
    return image;
}

void FacesTest::selectsOneOfSeveralFaces()
{
    QVERIFY2(hasModels(), "the models are not installed: scripts/install-models");
    const QString file = m_dir.filePath(u"both.png"_s);
    QVERIFY(both().save(file));
    drop(file);
    STEP(waitFor(u"faceBox1"_s));
    QCOMPARE(m_driver->property(u"facePanel"_s, "title").toString(), u"Face 1 of 2"_s);
    const QString first = m_driver->text(u"poseFact"_s);
    STEP(click(u"faceBox1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"facePanel"_s, "title").toString(), u"Face 2 of 2"_s, patience);
    QVERIFY(m_driver->text(u"poseFact"_s) != first);
    m_driver->keep(u"faces-two"_s);
}

void FacesTest::framesFacesInARotatedPicture_data()
{
    QTest::addColumn<int>("degrees");
    QTest::addColumn<char>("orientation");
    QTest::addColumn<int>("enlarged");
    QTest::newRow("90") << 270 << char(6) << 1;
    QTest::newRow("180") << 180 << char(3) << 1;
    QTest::newRow("270") << 90 << char(8) << 1;
    // Larger than the size at which the portal loads pictures.
    QTest::newRow("large") << 270 << char(6) << 4;
}

void FacesTest::framesFacesInARotatedPicture()
{
    QFETCH(int, degrees);
    QFETCH(char, orientation);
    QFETCH(int, enlarged);
    QVERIFY2(hasModels(), "the models are not installed: scripts/install-models");
    const QImage upright = both().scaledToWidth(1024 * enlarged, Qt::SmoothTransformation);
    const QString file = write(u"turned.jpg"_s, turned(upright.transformed(QTransform().rotate(degrees)), orientation));
    drop(file);
    STEP(waitFor(u"faceBox1"_s));
    const QQuickItem *larger = m_driver->find(u"faceBox0"_s);
    const QQuickItem *smaller = m_driver->find(u"faceBox1"_s);
    const QQuickItem *ground = larger->parentItem();
    QVERIFY(qAbs(ground->width() / ground->height() - 2) < 0.02);
    QVERIFY(larger->x() + larger->width() < ground->width() / 2);
    QVERIFY(smaller->x() > ground->width() / 2);
    QVERIFY(larger->y() + larger->height() < 0.75 * ground->height());
    keepRow(u"faces-turned"_s);
}

void FacesTest::showsThatThereIsNoFace()
{
    QVERIFY2(hasModels(), "the models are not installed: scripts/install-models");
    drop(faceless);
    STEP(waitFor(u"noFaceCard"_s));
    QVERIFY(!m_driver->find(u"facePanel"_s));
    m_driver->keep(u"faces-none"_s);
}

void FacesTest::rejectsInvalidFiles_data()
{
    QFile picture(frontal);
    QVERIFY(picture.open(QFile::ReadOnly));
    const QByteArray whole = picture.readAll();
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("problem");
    QTest::newRow("text") << write(u"text.jpg"_s, "This is a letter, not a picture.")
                          << u"This file is not a JPEG, PNG, WebP, or BMP image."_s;
    QTest::newRow("truncated") << write(u"half.jpg"_s, whole.first(whole.size() / 2)) << u"This image is damaged."_s;
    QTest::newRow("too large") << write(u"large.jpg"_s, whole + QByteArray(17 << 20, '\0'))
                               << u"This image is too large. The limit is 16 MB."_s;
    QTest::newRow("gone") << m_dir.filePath(u"nowhere.png"_s) << u"Can't read this file."_s;
}

void FacesTest::rejectsInvalidFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, problem);
    QVERIFY2(hasModels(), "the models are not installed: scripts/install-models");
    drop(file);
    STEP(waitFor(u"retryButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"facesState"_s, "errorText").toString(), problem, patience);
    QVERIFY(!m_driver->find(u"facePanel"_s));
    m_driver->keep(u"faces-refused"_s);
}

void FacesTest::looksRight_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("zh_CN-dark-small") << Look{u"zh_CN"_s, Portal::ColorScheme::Dark, QSize(800, 600)};
    QTest::newRow("en-dark") << Look{u"en"_s, Portal::ColorScheme::Dark};
}

void FacesTest::looksRight()
{
    QFETCH(const Look, look);
    QVERIFY2(hasModels(), "the models are not installed: scripts/install-models");
    STEP(apply(look));
    STEP(click(u"appsEntry"_s));
    STEP(click(u"facesEntry"_s));
    STEP(waitFor(u"emptyActionButton"_s));
    drop(smiling);
    STEP(waitFor(u"faceBox0"_s));
    keepRow(u"faces"_s);
}

int main(int argc, char *argv[]) { return runPortalTest<FacesTest>(argc, argv); }
#include "tst_faces.moc"
