namespace SoraFunctions.Contract.Storyboards;

/// <summary>How the camera moves and frames in one shot.</summary>
public sealed record Camera
{
    /// <summary>Its path; always eased at both ends.</summary>
    public CameraMove Move { get; init; } = CameraMove.PushIn;

    /// <summary>How large the first subject stands in the frame.</summary>
    public Framing Framing { get; init; } = Framing.Medium;

    /// <summary>Focal length in millimetres on a 36 mm wide film, 14 to 200.</summary>
    public double Lens { get; init; } = 50;

    /// <summary>Angle above the subject in degrees, -10 to 80.</summary>
    public double Elevation { get; init; } = 8;

    /// <summary>How much the background is thrown out of focus: f-number, 1 to 32.</summary>
    public double Aperture { get; init; } = 4;
}
