using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.World.Render;

/// <summary>
/// A linear colour in 32 bits: nine bits a colour and a common exponent of five (the RGB9E5 layout of OpenGL's
/// EXT_texture_shared_exponent).
/// </summary>
internal static class SharedExponent
{
    /// <summary>The brightest that it holds.</summary>
    public const float Most = 60000;

    /// <summary>Packs a colour; what is out of range is clamped.</summary>
    public static int Pack(Vector3 c)
    {
        c = Vector3.Clamp(c, Vector3.Zero, new Vector3(Most));
        var peak = MathF.Max(c.X, MathF.Max(c.Y, c.Z));
        if (!(peak > 0)) return 0;
        var exponent = Math.Clamp(MathF.ILogB(peak) + 16, 0, 31);
        var scale = MathF.ScaleB(1, 24 - exponent);
        var (r, g, b) = ((int)(c.X * scale + 0.5f), (int)(c.Y * scale + 0.5f), (int)(c.Z * scale + 0.5f));
        return Math.Min(r, 511) | Math.Min(g, 511) << 9 | Math.Min(b, 511) << 18 | exponent << 27;
    }

    /// <summary>Unpacks sixteen colours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide3 Unpack(WideInt word)
    {
        var nine = Vector512.Create(511);
        var exponent = Vector512.ShiftRightLogical(word, 27) + Vector512.Create(127 - 24);
        var scale = Vector512.ShiftLeft(exponent, 23).AsSingle();
        return new Wide3(
            Vector512.ConvertToSingle(word & nine),
            Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 9) & nine),
            Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 18) & nine)) * scale;
    }
}
