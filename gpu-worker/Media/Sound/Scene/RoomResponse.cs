namespace SoraFunctions.Media.Sound.Scene;

/// <summary>What a room sends back: one echo from each wall (image sources, Allen and Berkley 1979), then the tail of <see cref="Reverb"/>.</summary>
internal static class RoomResponse
{
    private const double SoundSpeed = 343;
    private const float Diffusion = 0.62f;

    // Samples, without common factors: 2 to 13 ms.
    private static readonly int[] _leftDelays = [97, 211, 389, 619];
    private static readonly int[] _rightDelays = [109, 229, 367, 593];

    /// <summary>The room's answer to what sources give to it, as long as that.</summary>
    /// <param name="given">At one metre.</param>
    /// <param name="room">The room.</param>
    public static StereoTrack Of(float[] given, Room room)
    {
        var answer = new StereoTrack(given.Length);
        if (!room.Sounds)
            return answer;
        var walls = Walls(room);
        foreach (var (seconds, gain, pan) in walls)
            answer.Add(given, (int)(seconds * StereoTrack.Rate), gain, pan);

        // The tail has the energy that the room's critical distance says, whatever the gain of the network.
        var dry = new StereoTrack(given.Length);
        Diffuse(given, dry.Left, _leftDelays);
        Diffuse(given, dry.Right, _rightDelays);
        var seconds60 = Math.Clamp(room.Reverberation, 0.1, 4);
        var tail = Reverb.Of(dry, seconds60, room.Brightness, walls.Min(wall => wall.Seconds) + 0.004);
        answer.Add(tail, 1 / (room.CriticalDistance * Math.Sqrt(Energy(seconds60, room.Brightness))));
        return answer;
    }

    // The camera stands off the middle, so that no two walls answer at once; the floor is where things lie, and answers at once.
    private static (double Seconds, double Gain, double Pan)[] Walls(Room room)
    {
        var kept = Math.Sqrt(1 - room.Absorption);
        (double Away, double Pan)[] walls =
            [(0.42 * room.Width, -0.8), (0.58 * room.Width, 0.8), (0.62 * room.Length, 0.1), (0.38 * room.Length, -0.2), (0.55 * room.Height, 0)];
        return [.. walls.Select(wall => (2 * wall.Away / SoundSpeed, 0.5 * kept / (2 * wall.Away), wall.Pan))];
    }

    // Walls are not mirrors: all-pass filters one after the other make of one echo many, with the same energy (Schroeder 1962).
    private static void Diffuse(float[] given, float[] sound, int[] delays)
    {
        given.CopyTo(sound, 0);
        foreach (var delay in delays)
        {
            var line = new float[delay];
            for (int i = 0, at = 0; i < sound.Length; i++, at = at + 1 == delay ? 0 : at + 1)
            {
                var held = line[at];
                var into = sound[i] + Diffusion * held;
                sound[i] = held - Diffusion * into;
                line[at] = into;
            }
        }
    }

    // Energy of the network's answer to one sample.
    private static double Energy(double seconds, double brightness)
    {
        var impulse = new StereoTrack((int)(0.5 * seconds * StereoTrack.Rate) + 4096);
        impulse.Left[0] = impulse.Right[0] = 1;
        var answer = Reverb.Of(impulse, seconds, brightness, 0);
        var sum = 0.0;
        for (var i = 0; i < answer.Samples; i++)
            sum += answer.Left[i] * answer.Left[i] + answer.Right[i] * answer.Right[i];
        return Math.Max(1e-9, sum / 2);
    }
}
