namespace SoraFunctions.World.Physics;

/// <summary>One point where two bodies touch or are about to.</summary>
internal struct ContactPoint
{
    /// <summary>Where it is, in the second body's space: by this it is found again in the next step.</summary>
    public Vector3d Local;

    /// <summary>From the first body's centre.</summary>
    public Vector3d OffsetA;

    /// <summary>From the second body's centre.</summary>
    public Vector3d OffsetB;

    /// <summary>Metres between the surfaces; negative when they overlap.</summary>
    public double Gap;

    /// <summary>Metres between the surfaces once the bodies have moved, 0 or more.</summary>
    public double Left;

    /// <summary>Normal impulse of this step in newton seconds, never negative.</summary>
    public double Normal;

    /// <summary>Friction impulse along the first tangent.</summary>
    public double FrictionU;

    /// <summary>Friction impulse along the second tangent.</summary>
    public double FrictionV;

    /// <summary>Largest normal impulse that this step came to see.</summary>
    public double Largest;

    /// <summary>Speed along the normal at the instant of touch, negative when approaching.</summary>
    public double Approach;

    /// <summary>Effective mass along the normal.</summary>
    public double MassNormal;

    /// <summary>Effective mass along the first tangent.</summary>
    public double MassU;

    /// <summary>Effective mass along the second tangent.</summary>
    public double MassV;
}
