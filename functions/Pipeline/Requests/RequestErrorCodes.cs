namespace SoraFunctions.Pipeline.Requests;

/// <summary>The words that <see cref="RequestError.Code"/> may hold.</summary>
public static class RequestErrorCodes
{
    /// <summary>The body is not JSON.</summary>
    public const string InvalidJson = "invalid_json";

    /// <summary>A field that no one knows.</summary>
    public const string UnknownField = "unknown_parameter";

    /// <summary>A field that must be there is not.</summary>
    public const string MissingField = "missing_required_parameter";

    /// <summary>A field of another JSON type.</summary>
    public const string WrongType = "invalid_type";

    /// <summary>A value out of range or out of its set.</summary>
    public const string InvalidValue = "invalid_value";

    /// <summary>Bytes that are no picture, or a picture that is too small, too large or of another kind.</summary>
    public const string InvalidPicture = "invalid_image";

    /// <summary>An address that gives no picture.</summary>
    public const string UnreachablePicture = "unreachable_image";

    /// <summary>Bytes that are no glTF binary file, or one that can't be taken.</summary>
    public const string InvalidModel = "invalid_model";

    /// <summary>An address that gives no 3-D model.</summary>
    public const string UnreachableModel = "unreachable_model";

    /// <summary>Bytes that are no font, or one that can't be taken.</summary>
    public const string InvalidFont = "invalid_font";

    /// <summary>An address that gives no font.</summary>
    public const string UnreachableFont = "unreachable_font";

    /// <summary>Bytes that are no sound, or sound that can't be taken.</summary>
    public const string InvalidSound = "invalid_sound";

    /// <summary>An address that gives no sound.</summary>
    public const string UnreachableSound = "unreachable_sound";

    /// <summary>An address that leads into a private network.</summary>
    public const string ForbiddenAddress = "forbidden_address";

    /// <summary>What the tenant's own policy does not allow.</summary>
    public const string PolicyViolation = "policy_violation";
}
