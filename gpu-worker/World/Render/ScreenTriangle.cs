using System.Runtime.InteropServices;

namespace SoraFunctions.World.Render;

/// <summary>
/// A triangle on the picture: three edge functions that are 0 or more inside, and the reciprocal of depth, which is linear on the
/// picture; all as a * x + b * y + c.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ScreenTriangle
{
    /// <summary>Four-byte words in it.</summary>
    public const int Words = 20;

    /// <summary>The word that holds <see cref="Body"/>; <see cref="Slot"/>, <see cref="Facet"/> and <see cref="Facing"/> follow.</summary>
    public const int BodyWord = 16;

    public float A0;
    public float B0;
    public float C0;
    public float A1;
    public float B1;
    public float C1;
    public float A2;
    public float B2;
    public float C2;
    public float DepthA;
    public float DepthB;
    public float DepthC;

    /// <summary>The pixels that it may touch.</summary>
    public float MinX;
    public float MaxX;
    public float MinY;
    public float MaxY;

    public int Body;

    /// <summary>Its number in its mesh.</summary>
    public int Slot;

    /// <summary>The smooth part of a body that it belongs to, unlike that of any other body.</summary>
    public int Facet;

    /// <summary>How it is turned: right, down and away from the camera in ten bits each.</summary>
    public int Facing;
}
