using SoraFunctions.Contract.Clips;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>
/// A vehicle: the pulses of a four-stroke engine with four cylinders through its exhaust, the noise of rolling tyres, which grows by 30
/// decibels for ten times the speed (Sandberg and Ejsmont, Tyre/Road Noise Reference Book, 2002), and their squeal when they slide.
/// </summary>
internal static class Motoring
{
    private const int Block = 64;

    // Amplitude of a car at the reference distance: it is filmed from twenty times as far.
    private const double Loud = 20;
    private const double CarMass = 1200;

    /// <summary>Adds a vehicle.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="run">The vehicle.</param>
    /// <param name="seed">Of the noise.</param>
    public static void Add(SoundField field, EngineRun run, long seed)
    {
        var heard = run.Heard;
        field.Add(Of(run, new Chance(seed)), 0, 1, seconds => Ear.Of(heard, seconds));
    }

    /// <summary>The sound of a vehicle at the reference distance.</summary>
    public static float[] Of(EngineRun run, Chance chance)
    {
        var sound = new float[Math.Max(0, (int)(run.Speeds.Count * run.Step * StereoTrack.Rate))];
        StateFilter exhaust = default, muffler = default, tread = default, squeal = default, body = default;
        var loud = Loud * Math.Pow(Math.Clamp(run.Mass, 0.05, 4000) / CarMass, 0.4);
        body.Tune(130, 1.2);
        var (turn, uneven, squealing) = (0.0, 1.0, 0.0);
        for (var at = 0; at < sound.Length; at += Block)
        {
            var place = at / (run.Step * StereoTrack.Rate);
            var (speed, revolutions) = (Curve.At(run.Speeds, place), Curve.At(run.Revolutions, place));
            var (load, slip) = (Curve.At(run.Loads, place), Curve.At(run.Slips, place));

            // Two pulses a revolution.
            var firing = revolutions / 60 * 2 / StereoTrack.Rate;
            var engine = revolutions > 0 ? loud * (0.05 + 0.1 * load) * Math.Sqrt(revolutions / 2000) : 0;
            var tyres = loud * 0.05 * Math.Pow(speed / 10, 1.5);
            squealing += (loud * 0.035 * Math.Clamp((slip - 0.8) / 2.5, 0, 1) - squealing) * 0.05;
            exhaust.Tune(Math.Clamp(90 + 0.05 * revolutions, 90, 500), 1.4);
            muffler.Tune(700 + 1300 * load, 0.7);
            tread.Tune(Math.Clamp(500 + 40 * speed, 500, 1300), 0.6);
            squeal.Tune(Math.Clamp(780 + 60 * slip, 700, 1200), 14);
            var end = Math.Min(sound.Length, at + Block);
            for (var i = at; i < end; i++)
            {
                turn += firing;
                if (turn >= 1)
                {
                    turn--;
                    uneven = 0.85 + 0.3 * chance.Next();
                }

                var pulse = engine * uneven * (Math.Exp(-turn * 9) - 0.11) + engine * 0.12 * chance.Noise();
                exhaust.Step(pulse);
                muffler.Step(exhaust.Low + 0.5 * pulse);
                body.Step(muffler.Low);
                tread.Step(chance.Noise() * tyres);
                squeal.Step(chance.Noise() * squealing);
                sound[i] = (float)(muffler.Low + 0.8 * body.Band + tread.Band + 0.7 * tread.Low + 3 * squeal.Band);
            }
        }

        Partials.Smooth(sound, 0.08, 0.08);
        return sound;
    }
}
