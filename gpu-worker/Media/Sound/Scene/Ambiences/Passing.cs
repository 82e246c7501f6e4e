namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Cars that pass at some distance, from one side to the other.</summary>
/// <param name="Level">Amplitude when it is nearest.</param>
/// <param name="Every">Mean seconds between two.</param>
/// <param name="Corner">Hertz above which a wall or distance swallows it.</param>
internal sealed record Passing(double Level, double Every, double Corner) : Layer
{
    private const double Seconds = 8;
    private const int Block = 128;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        foreach (var (at, chance) in Rota.Of(Every, Seconds, start, track.Samples, seed))
        {
            var (way, speed, far) = (chance.Next() < 0.5 ? 1 : -1, 0.7 + 0.6 * chance.Next(), 0.5 + 0.5 * chance.Next());
            StateFilter tyres = default, motor = default;
            var (left, right) = (0.0, 0.0);
            for (var block = Math.Max(0, at); block < Math.Min(track.Samples, at + (int)(Seconds * StereoTrack.Rate)); block += Block)
            {
                // Drives past along a line: 1 over the distance, which is 1 at its nearest.
                var along = ((block - at) / (double)StereoTrack.Rate - Seconds / 2) * 1.6 * speed;
                var distance = Math.Sqrt(1 + along * along);
                var edge = Math.Clamp(Math.Min(block - at, at + Seconds * StereoTrack.Rate - block) / (1.5 * StereoTrack.Rate), 0, 1);
                var (gain, angle) = (Level * far * edge / (distance * Math.Sqrt(distance)), (1 + way * along / distance * 0.9) * Math.PI / 4);
                var (leftTo, rightTo) = (gain * Math.Cos(angle), gain * Math.Sin(angle));
                tyres.Tune(Corner * (0.45 + 0.55 / distance), 0.6);
                motor.Tune(90 + 25 * speed, 2);
                var end = Math.Min(track.Samples, block + Block);
                for (var i = block; i < end; i++)
                {
                    left += (leftTo - left) * 0.01;
                    right += (rightTo - right) * 0.01;
                    var noise = chance.Noise();
                    tyres.Step(noise);
                    motor.Step(noise);
                    var sound = tyres.Low + 0.8 * motor.Band;
                    track.Left[i] += (float)(sound * left);
                    track.Right[i] += (float)(sound * right);
                }
            }
        }
    }
}
