using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Storyboards;

/// <summary>Turns a request into a storyboard.</summary>
public interface IStoryboardWriter
{
    /// <summary>Name and version: part of the key under which its storyboards are kept.</summary>
    string Name { get; }

    /// <summary>Writes a storyboard whose shots last exactly as long as the request asks.</summary>
    /// <param name="request">The order. A storyboard in it is kept, but for what its <see cref="VideoRequest.Change"/> asks.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<WrittenStoryboard> Write(VideoRequest request, CancellationToken cancellation);
}
