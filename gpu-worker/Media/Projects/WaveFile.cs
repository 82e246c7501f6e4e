using System.Runtime.InteropServices;
using System.Text;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Projects;

/// <summary>Writes sound as WAV of 32-bit floats, which no level clips.</summary>
internal static class WaveFile
{
    private const int HeaderBytes = 44 + 12;
    private const short Float = 3;

    /// <summary>Writes a file.</summary>
    /// <param name="track">The sound.</param>
    /// <param name="gain">Factor.</param>
    /// <param name="path">The file to make.</param>
    /// <param name="cancellation">Stops writing.</param>
    public static async Task Write(StereoTrack track, double gain, string path, CancellationToken cancellation)
    {
        var samples = new float[2 * track.Samples];
        for (var i = 0; i < track.Samples; i++)
            (samples[2 * i], samples[2 * i + 1]) = ((float)(track.Left[i] * gain), (float)(track.Right[i] * gain));
        var bytes = samples.Length * sizeof(float);
        await using var file = File.Create(path);
        await using (var head = new BinaryWriter(file, Encoding.Latin1, leaveOpen: true))
        {
            head.Write("RIFF"u8);
            head.Write(HeaderBytes - 8 + bytes);
            head.Write("WAVEfmt "u8);
            head.Write(16);
            head.Write(Float);
            head.Write((short)2);
            head.Write(StereoTrack.Rate);
            head.Write(StereoTrack.Rate * 2 * sizeof(float));
            head.Write((short)(2 * sizeof(float)));
            head.Write((short)(8 * sizeof(float)));
            head.Write("fact"u8);
            head.Write(4);
            head.Write(track.Samples);
            head.Write("data"u8);
            head.Write(bytes);
        }

        await file.WriteAsync(MemoryMarshal.AsBytes(samples.AsSpan()).ToArray(), cancellation).ConfigureAwait(false);
    }
}
