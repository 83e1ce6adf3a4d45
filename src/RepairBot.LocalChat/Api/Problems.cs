using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;

namespace RepairBot.LocalChat.Api;

/// <summary>Turns everything that is not an answer into problem details (RFC 9457) in plain words.</summary>
internal sealed class Problems(RequestDelegate next, ILogger<Problems> logger)
{
    public const string TooLarge = "That is too much at once: a call has at most 64 KB.";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RefusedException e)
        {
            await WriteAsync(context, e.Status, e.Message);
        }
        catch (BadHttpRequestException e)
        {
            await WriteAsync(context, e.StatusCode, Usual(e.StatusCode));
        }
        catch (StoreException e)
        {
            Log.StoreFailed(logger, e.Failure);
            await WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, "The store does not answer just now. Nothing you sent before is lost. Please try again.");
        }
        catch (KeyException e)
        {
            Log.KeysFailed(logger, e.Failure);
            await WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, "The keys can't be read just now. Nothing you sent before is lost. Please try again.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone; there is nobody to answer.
        }
#pragma warning disable CA1031 // The last stop: whatever it is, it must not end the connection or reach a log with its words.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.CallFailed(logger, e.GetType().Name);
            await WriteAsync(context, StatusCodes.Status500InternalServerError, "Something went wrong here. Nothing you sent before is lost. Please try again.");
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await WriteAsync(context, context.Response.StatusCode, Usual(context.Response.StatusCode));
        }
    }

    /// <summary>Writes one problem, unless an answer is under way already.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        var problem = new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail);
        return context.Response.WriteAsJsonAsync(problem, ApiJson.Default.Problem, "application/problem+json");
    }

    private static string Usual(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        _ => "That could not be understood.",
    };
}

/// <summary>Problem details. The type is <c>about:blank</c>: the status says which kind of problem it is.</summary>
internal sealed record Problem(string Type, string Title, int Status, string Detail);
