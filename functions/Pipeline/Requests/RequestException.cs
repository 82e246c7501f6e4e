namespace SoraFunctions.Pipeline.Requests;

/// <summary>A request can't be taken as it is.</summary>
/// <param name="errors">All that is wrong with it; at least one.</param>
public sealed class RequestException(IReadOnlyList<RequestError> errors) : Exception(errors[0].Message)
{
    /// <summary>A request with one fault.</summary>
    /// <param name="error">The fault.</param>
    public RequestException(RequestError error)
        : this([error])
    {
    }

    /// <summary>All that is wrong with it; at least one.</summary>
    public IReadOnlyList<RequestError> Errors { get; } = errors;
}
