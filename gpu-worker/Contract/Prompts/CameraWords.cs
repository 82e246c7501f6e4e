using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Prompts;

/// <summary>How the camera frames, moves and sees. Numbers become the words that captions use for them.</summary>
internal static class CameraWords
{
    /// <summary>The framing, to be followed by "of".</summary>
    public static string Of(Framing framing) => framing switch
    {
        Framing.Wide => "wide shot",
        Framing.Medium => "medium shot",
        Framing.Close => "close-up",
        Framing.Macro => "extreme macro close-up",
        _ => throw new ArgumentOutOfRangeException(nameof(framing)),
    };

    /// <summary>The move.</summary>
    public static string Of(CameraMove move) => move switch
    {
        CameraMove.Still => "static locked-off camera",
        CameraMove.PushIn => "camera slowly pushing in",
        CameraMove.PullOut => "camera slowly pulling back",
        CameraMove.OrbitLeft => "camera orbiting to the left",
        CameraMove.OrbitRight => "camera orbiting to the right",
        CameraMove.CraneUp => "camera craning up",
        CameraMove.CraneDown => "camera craning down",
        CameraMove.TruckLeft => "camera gliding sideways to the left",
        CameraMove.TruckRight => "camera gliding sideways to the right",
        CameraMove.Pan => "camera panning sideways",
        CameraMove.Tilt => "camera tilting up",
        CameraMove.Follow => "tracking camera following the subject",
        CameraMove.MacroGlide => "probe lens gliding along the surface",
        CameraMove.HandHeld => "subtle hand-held camera",
        CameraMove.Reveal => "camera sliding out from behind an object to reveal the subject",
        CameraMove.Whip => "fast whip pan landing on the subject",
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    /// <summary>The angle; null at eye level.</summary>
    public static string? Angle(Camera camera) => camera.Elevation switch
    {
        < -2 => "low angle looking up",
        > 60 => "top-down view",
        > 28 => "high angle",
        _ => null,
    };

    /// <summary>What lens and aperture do to the picture; null for the ordinary.</summary>
    public static string? Lens(Camera camera)
    {
        var lens = camera.Lens switch
        {
            < 22 => "ultra-wide-angle lens",
            < 36 => "wide-angle lens",
            > 130 => "long telephoto lens",
            > 70 => "telephoto lens",
            _ => null,
        };
        var depth = camera.Aperture switch
        {
            <= 4 => "shallow depth of field",
            >= 11 => "deep focus",
            _ => null,
        };
        return lens is null || depth is null ? lens ?? depth : $"{lens}, {depth}";
    }
}
