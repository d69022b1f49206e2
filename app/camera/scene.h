// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/picturesource.h"

/// A room that nothing moves in, with the faint noise of a sensor, until something is made to happen in it.
class Scene : public PictureSource
{
public:
    Scene(QSize size, double framesPerSecond);

    QSize size() const override { return m_size; }
    QByteArray next() override;

    /// A person enters at the left and leaves at the right, four seconds later. Another walk waits for the end of this.
    void walk() { ++m_walksWanted; }
    /// Somebody switches the light: from bright to dim or back, at once and everywhere.
    void switchLight() { m_dim = !m_dim; }
    void coverLens() { m_covered = true; }
    /// Takes the hand off the lens and turns the light on.
    void clear() { m_covered = m_dim = false; }

private:
    QByteArray room() const;
    void drawPerson(QByteArray &picture, double progress) const;

    const QSize m_size;
    const double m_framesPerSecond;
    const QByteArray m_room;
    QByteArray m_noise; ///< longer than a picture, so that each one starts at another place
    qint64 m_picture = 0;
    int m_walksWanted = 0;
    int m_walkPicture = -1; ///< pictures since this walk began; -1: nobody there
    bool m_dim = false;
    bool m_covered = false;
};
